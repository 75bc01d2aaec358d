# Process.list has the living processes, oldest first.
defmodule Main do
  def main do
    pids = for _ <- 1..3, do: spawn(fn -> Process.sleep(:infinity) end)
    {dead, ref} = spawn_monitor(fn -> :ok end)
    receive do {:DOWN, ^ref, _, _, _} -> :ok end
    IO.inspect(Enum.filter(Process.list(), &(&1 in [self(), dead | pids])) == [self() | pids])
  end
end

Main.main()
