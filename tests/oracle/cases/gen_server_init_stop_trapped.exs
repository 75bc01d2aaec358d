# init returns {:stop, reason} to a start_link that traps: the error, and a message of the exit.
defmodule Server do
  use GenServer
  def init(reason), do: {:stop, reason}
end

Process.flag(:trap_exit, true)
IO.inspect(GenServer.start_link(Server, :no_disk))
receive do {:EXIT, _, reason} -> IO.inspect({:EXIT, reason}) after 50 -> IO.puts("no exit") end
IO.inspect(GenServer.start_link(Server, :normal))
receive do {:EXIT, _, reason} -> IO.inspect({:EXIT, reason}) after 50 -> IO.puts("no exit") end
