# A raise reaches the links as {exception, stacktrace}.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    pid = spawn_link(fn -> raise "oops" end)
    receive do {:EXIT, ^pid, {error, [_ | _]}} -> IO.puts(Exception.message(error)) end
  end
end

Main.main()
