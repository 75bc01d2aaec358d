# Two processes never have one pid, nor two references one identity.
defmodule Main do
  def main do
    pids = for _ <- 1..50, do: spawn(fn -> :ok end)
    refs = for _ <- 1..50, do: make_ref()
    IO.inspect({length(Enum.uniq(pids)), length(Enum.uniq(refs))})
  end
end

Main.main()
