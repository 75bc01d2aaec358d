# handle_call stops with a reply: terminate runs first, then the caller goes on.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, 0}
  def handle_call(:stop, _from, n), do: {:stop, :normal, :bye, n + 1}
  def terminate(reason, n) do
    Process.sleep(20)
    IO.inspect({:terminate, reason, n})
  end
end

{:ok, pid} = GenServer.start(Server, [])
ref = Process.monitor(pid)
IO.inspect(GenServer.call(pid, :stop))
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
