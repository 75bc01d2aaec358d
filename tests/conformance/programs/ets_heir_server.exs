# A keeper server, a worker that crashes, and the table that goes back and forth between them.
defmodule Keeper do
  use GenServer
  def start_link(_), do: GenServer.start_link(__MODULE__, nil, name: __MODULE__)
  def claim, do: GenServer.call(__MODULE__, :claim)
  def init(_), do: {:ok, :ets.new(:cache, [:protected, {:heir, self(), :left_over}])}
  def handle_call(:claim, {pid, _}, t), do: (:ets.give_away(t, pid, :yours); {:reply, t, t})
  def handle_info({:"ETS-TRANSFER", t, _, data}, t), do: (IO.puts("back: #{data}, #{:ets.info(t, :size)} rows"); {:noreply, t})
end

defmodule Worker do
  use GenServer
  def start_link(_), do: GenServer.start_link(__MODULE__, nil, name: __MODULE__)
  def init(_) do
    t = Keeper.claim()
    receive do {:"ETS-TRANSFER", ^t, from, :yours} -> IO.inspect({from == Process.whereis(Keeper), :ets.tab2list(t)}) end
    {:ok, t}
  end
  def handle_call({:put, k, v}, _, t), do: {:reply, :ets.insert(t, {k, v}), t}
  def handle_cast(:end, t), do: {:stop, :shutdown, t}
  def handle_cast(:linger, t), do: (Process.sleep(20); {:noreply, t})
end

inspect({:loaded, "first", [1], %{a: 1}})
{:ok, sup} = Supervisor.start_link([Keeper, Worker], strategy: :one_for_one)
GenServer.call(Worker, {:put, :a, 1})
GenServer.cast(Worker, :end)
Process.sleep(20)
GenServer.call(Worker, {:put, :a, 2})
Process.exit(Process.whereis(Worker), :kill)
Process.sleep(20)
IO.inspect(GenServer.call(Worker, {:put, :a, 3}))
Supervisor.terminate_child(sup, Worker)
Process.sleep(20)
Supervisor.stop(sup)
IO.inspect(Process.whereis(Keeper))
