# The ancestors of servers, machines and tasks: names where there are some, and those of their starters.
defmodule S do
  use GenServer
  def start_link(x), do: GenServer.start_link(__MODULE__, x)
  def init(x), do: {:ok, x}
  def handle_call(:anc, _, s), do: {:reply, Process.get(:"$ancestors"), s}
  def handle_call(:task, _, s), do: {:reply, Task.await(Task.async(fn -> Process.get(:"$ancestors") end)), s}
end
defmodule SM do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(x), do: {:ok, :a, x}
  def handle_event({:call, f}, _, _, _), do: {:keep_state_and_data, [{:reply, f, Process.get(:"$ancestors")}]}
end
me = self()
shown = fn x -> x |> inspect() |> String.replace(inspect(me), "ME") |> String.replace(~r/#PID<[^>]*>/, "PID") |> IO.puts() end
{:ok, p} = S.start_link(1)
shown.(GenServer.call(p, :anc))
shown.(GenServer.call(p, :task))
{:ok, sup} = Supervisor.start_link([{S, 1}], strategy: :one_for_one, name: Sup)
[{_, c, _, _}] = Supervisor.which_children(sup)
shown.(GenServer.call(c, :anc))
shown.(GenServer.call(c, :task))
{:ok, d} = DynamicSupervisor.start_link(strategy: :one_for_one)
{:ok, c} = DynamicSupervisor.start_child(d, {S, 1})
shown.(GenServer.call(c, :anc))
{:ok, m} = :gen_statem.start_link(SM, 1, [])
shown.(:gen_statem.call(m, :x))
Process.register(self(), :main)
{:ok, p} = S.start_link(1)
shown.(GenServer.call(p, :anc))
{:ok, a} = Agent.start_link(fn -> Process.get(:"$ancestors") end)
shown.(Agent.get(a, & &1))
{:ok, e} = :gen_event.start_link()
shown.(elem(Process.info(e, :dictionary), 1)[:"$ancestors"])
