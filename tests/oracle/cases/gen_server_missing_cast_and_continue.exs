# A server without handle_cast or handle_continue ends when it would need them.
defmodule Server do
  use GenServer
  def init([]), do: {:ok, []}
  def init(term), do: {:ok, [], {:continue, term}}
end

Process.flag(:trap_exit, true)
{:ok, pid} = GenServer.start_link(Server, [])
GenServer.cast(pid, :hello)
receive do {:EXIT, _, {exception, _}} -> IO.inspect(exception.__struct__) end
{:ok, _} = GenServer.start_link(Server, :more, name: :server)
receive do {:EXIT, _, {reason, [{_, :handle_continue, args, _} | _]}} -> IO.inspect({reason, args}) end
