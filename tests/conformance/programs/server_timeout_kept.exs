# A returned timeout ends with the next message, whatever that is, and is not started again by it.
defmodule T do
  use GenServer
  def init(_), do: {:ok, 0, 20}
  def handle_call(:get, _, n), do: {:reply, n, n}
  def handle_call(:again, _, n), do: {:reply, n, n, 10}
  def handle_cast(:bump, n), do: {:noreply, n + 1, 15}
  def handle_info(:timeout, n), do: {:noreply, n + 100}
  def handle_info(other, n), do: (IO.inspect({:info, other}); {:noreply, n, 5})
end

{:ok, p} = GenServer.start_link(T, nil)
Process.sleep(10)
IO.inspect(GenServer.call(p, :get))
Process.sleep(30)
IO.inspect(GenServer.call(p, :get))
IO.inspect(GenServer.call(p, :again))
Process.sleep(20)
IO.inspect(GenServer.call(p, :get))
GenServer.cast(p, :bump)
Process.sleep(5)
send(p, :hello)
Process.sleep(20)
IO.inspect(GenServer.call(p, :get))
GenServer.call(p, :again)
:sys.get_state(p)
Process.sleep(30)
IO.inspect(:sys.get_state(p))
