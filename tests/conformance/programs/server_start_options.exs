# Options of a server's start: a timeout in every spelling of it, sizes of heaps, hibernation.
defmodule Slow do
  use GenServer
  def init(ms) do
    Process.sleep(ms)
    {:ok, ms}
  end

  def handle_call(:get, _from, ms), do: {:reply, ms, ms}
end

defmodule Machine do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(ms) do
    Process.sleep(ms)
    {:ok, :ready, ms}
  end

  def handle_event({:call, from}, :get, state, ms), do: {:keep_state_and_data, [{:reply, from, {state, ms}}]}
end

IO.inspect(GenServer.start(Slow, 50, timeout: 10))
IO.inspect(:gen_server.start(Slow, 50, [{:timeout, 10}]))
IO.inspect(:gen_server.start({:local, :slow}, Slow, 50, timeout: 10))
IO.inspect(:gen_statem.start(Machine, 50, timeout: 10))
IO.inspect(:gen_statem.start({:local, :machine}, Machine, 50, timeout: 10))
IO.inspect({Process.whereis(:slow), Process.whereis(:machine)})

how = [spawn_opt: [min_heap_size: 500, fullsweep_after: 10, priority: :normal], hibernate_after: 5, timeout: 100]
{:ok, pid} = GenServer.start_link(Slow, 1, how)
Process.sleep(20)
IO.inspect(GenServer.call(pid, :get))
{:ok, pid} = :gen_statem.start_link(Machine, 1, how)
Process.sleep(20)
IO.inspect(:gen_statem.call(pid, :get))
