# init returns :ignore: so does start_link, the process ends as :normal and its name is free.
defmodule Server do
  use GenServer
  def init(parent) do
    send(parent, {:pid, self()})
    :ignore
  end
end

Process.flag(:trap_exit, true)
IO.inspect(GenServer.start_link(Server, self(), name: :server))
IO.inspect(Process.whereis(:server))
receive do {:pid, pid} -> IO.inspect(Process.alive?(pid)) end
receive do any -> IO.inspect(any) after 50 -> IO.puts("no exit") end
