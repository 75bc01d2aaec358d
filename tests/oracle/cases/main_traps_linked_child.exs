# A main process that traps exits survives its linked child.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    spawn_link(fn -> raise "oops" end)
    receive do {:EXIT, _, {error, _}} -> IO.puts("survived: " <> Exception.message(error)) end
  end
end

Main.main()
