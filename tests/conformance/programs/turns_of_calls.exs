# How many turns others get while a process does something: what it waits for, and how long the way there is.
defmodule Ticks do
  def loop(c, n), do: if(n > 0, do: (:counters.add(c, 1, 1); :erlang.yield(); loop(c, n - 1)))

  def turns(f) do
    me = self()
    c = :counters.new(1, [])
    {worker, ref} = spawn_monitor(fn ->
      receive do :go -> :ok end
      a = :counters.get(c, 1)
      result = try do f.() catch kind, _ -> kind end
      b = :counters.get(c, 1)
      send(me, {:turns, b - a, result})
    end)
    ticker = spawn(fn -> receive do :go -> loop(c, 60) end end)
    send(ticker, :go)
    send(worker, :go)
    receive do {:turns, n, _} -> receive do {:DOWN, ^ref, _, _, _} -> n end end
  end
end

defmodule S do
  use GenServer
  def start(x, opts \\ []), do: GenServer.start(S, x, opts)
  def init({:raise, _}), do: raise "x"
  def init({:exit, _}), do: exit(:x)
  def init({:throw, _}), do: throw(:x)
  def init({:trap, x}), do: Process.flag(:trap_exit, true) && {:ok, x}
  def init({:value, x}), do: x
  def init(x), do: {:ok, x}
  def handle_call(:quit, _, s), do: {:stop, :normal, s}
  def handle_call(:odd, _, s), do: {:stop, :odd, s}
  def handle_call(:stop, _, s), do: {:stop, :normal, :ok, s}
  def handle_call(:raise, _, _), do: raise "x"
  def handle_call(:bad, _, _), do: :bad
  def handle_call(:twice, from, s) do
    GenServer.reply(from, 1)
    {:noreply, s}
  end
  def handle_call(:cont, _, s), do: {:reply, 1, s, {:continue, 1}}
  def handle_call(x, _, s), do: {:reply, x, s}
  def handle_cast(:stop, s), do: {:stop, :normal, s}
  def handle_cast(_, s), do: {:noreply, s}
  def handle_continue(_, s), do: {:noreply, s}
end

defmodule St do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(x), do: {:ok, :a, x}
  def handle_event({:call, from}, :get, _, d), do: {:keep_state, d, [{:reply, from, d}]}
  def handle_event(_, _, _, _), do: :keep_state_and_data
end

Process.flag(:trap_exit, true)

fresh = fn -> {:ok, s} = S.start(1); s end
cases = [
  nothing: fn -> :ok end,
  yield: fn -> :erlang.yield() end,
  start: fn -> S.start(1) end,
  start_named: fn -> S.start(1, name: :named_s) end,
  start_taken: fn -> S.start(1, name: :named_s) end,
  start_link: fn -> GenServer.start_link(S, 1) end,
  start_stop: fn -> S.start({:value, {:stop, :no}}) end,
  start_link_stop: fn -> Process.flag(:trap_exit, true); GenServer.start_link(S, {:value, {:stop, :no}}) end,
  start_link_stop_normal: fn -> GenServer.start_link(S, {:value, {:stop, :normal}}) end,
  start_stop_normal: fn -> S.start({:value, {:stop, :normal}}) end,
  start_ignore: fn -> S.start({:value, :ignore}) end,
  start_link_ignore: fn -> GenServer.start_link(S, {:value, :ignore}) end,
  start_ignore_named: fn -> S.start({:value, :ignore}, name: :named_i) end,
  start_bad: fn -> S.start({:value, :bad}) end,
  start_link_bad: fn -> Process.flag(:trap_exit, true); GenServer.start_link(S, {:value, :bad}) end,
  start_raise: fn -> S.start({:raise, 1}) end,
  start_link_raise: fn -> Process.flag(:trap_exit, true); GenServer.start_link(S, {:raise, 1}) end,
  start_exit: fn -> S.start({:exit, 1}) end,
  start_throw: fn -> S.start({:throw, 1}) end,
  start_continue: fn -> S.start({:value, {:ok, 1, {:continue, 1}}}) end,
  start_timeout: fn -> GenServer.start(S, 1, timeout: 1000) end,
]
more = fn s, a -> [
  call: fn -> GenServer.call(s.(), 1) end,
  call_inf: fn -> GenServer.call(s.(), 1, :infinity) end,
  call_dead: fn -> GenServer.call(spawn(fn -> :ok end), 1) end,
  call_noname: fn -> GenServer.call(:nope, 1) end,
  call_quit: fn -> GenServer.call(s.(), :quit) end,
  call_odd: fn -> GenServer.call(s.(), :odd) end,
  call_stop: fn -> GenServer.call(s.(), :stop) end,
  call_raise: fn -> GenServer.call(s.(), :raise) end,
  call_bad: fn -> GenServer.call(s.(), :bad) end,
  call_twice: fn -> GenServer.call(s.(), :twice) end,
  call_cont: fn -> GenServer.call(s.(), :cont) end,
  call_zero: fn -> GenServer.call(s.(), 1, 0) end,
  stop: fn -> GenServer.stop(s.()) end,
  stop_reason: fn -> GenServer.stop(s.(), :odd) end,
  stop_dead: fn -> GenServer.stop(:nope) end,
  stop_time: fn -> GenServer.stop(s.(), :normal, 50) end,
  sys_get_state: fn -> :sys.get_state(s.()) end,
  sys_replace: fn -> :sys.replace_state(s.(), fn x -> x end) end,
  sys_replace_raise: fn -> :sys.replace_state(s.(), fn _ -> raise "x" end) end,
  sys_suspend: fn -> :sys.suspend(s.()) end,
  sys_resume: fn -> p = s.(); :sys.suspend(p); :sys.resume(p) end,
  sys_terminate: fn -> :sys.terminate(s.(), :normal) end,
  sys_nope: fn -> :sys.get_state(:nope) end,
  agent_start: fn -> Agent.start(fn -> 1 end, spawn_opt: [min_heap_size: 100_000]) end,
  agent_start_raise: fn -> Agent.start(fn -> raise "x" end) end,
  agent_get: fn -> Agent.get(a.(), & &1) end,
  agent_update: fn -> Agent.update(a.(), & &1) end,
  agent_raise: fn -> Agent.get(a.(), fn _ -> raise "x" end) end,
  agent_throw: fn -> Agent.get(a.(), fn _ -> throw(1) end) end,
  agent_exit: fn -> Agent.get(a.(), fn _ -> exit(1) end) end,
  agent_stop: fn -> Agent.stop(a.()) end,
  task_await: fn -> Task.await(Task.async(fn -> 1 end)) end,
  task_yield: fn -> Task.yield(Task.async(fn -> 1 end)) end,
  task_yield0: fn -> Task.yield(Task.async(fn -> 1 end), 0) end,
  task_shutdown: fn -> Task.shutdown(Task.async(fn -> Process.sleep(:infinity) end)) end,
  task_brutal: fn -> Task.shutdown(Task.async(fn -> Process.sleep(:infinity) end), :brutal_kill) end,
  task_start: fn -> Task.start(fn -> 1 end) end,
  task_start_link: fn -> Task.start_link(fn -> 1 end) end,
  task_stream: fn -> Enum.to_list(Task.async_stream([1, 2], fn x -> x end, max_concurrency: 2)) end,
  task_many: fn -> Task.await_many([Task.async(fn -> 1 end), Task.async(fn -> 2 end)]) end,
  sup_start: fn -> Supervisor.start_link([], strategy: :one_for_one) end,
  sup_start1: fn -> Supervisor.start_link([%{id: 1, start: {Agent, :start_link, [fn -> 1 end]}}], strategy: :one_for_one) end,
  sup_start2: fn -> Supervisor.start_link([%{id: 1, start: {Agent, :start_link, [fn -> 1 end]}}, %{id: 2, start: {Agent, :start_link, [fn -> 1 end]}}], strategy: :one_for_one) end,
  sup_start_fail: fn -> Process.flag(:trap_exit, true); Supervisor.start_link([%{id: 1, start: {GenServer, :start_link, [S, {:value, {:stop, :no}}]}}], strategy: :one_for_one) end,
] end
server = fresh.()
{:ok, agent} = Agent.start(fn -> 1 end, spawn_opt: [min_heap_size: 100_000])
sup = fn -> {:ok, p} = Supervisor.start_link([%{id: 1, start: {Agent, :start_link, [fn -> 1 end]}}], strategy: :one_for_one); p end
the_sup = sup.()
{:ok, dyn} = DynamicSupervisor.start_link(strategy: :one_for_one)
{:ok, tsup} = Task.Supervisor.start_link()
{:ok, _} = Registry.start_link(keys: :unique, name: R)
{:ok, st} = :gen_statem.start(St, 1, [])
rest = [
  sup_which: fn -> Supervisor.which_children(the_sup) end,
  sup_count: fn -> Supervisor.count_children(the_sup) end,
  sup_terminate: fn -> Supervisor.terminate_child(the_sup, 1) end,
  sup_restart: fn -> Supervisor.restart_child(the_sup, 1) end,
  sup_start_child: fn -> Supervisor.start_child(the_sup, %{id: 2, start: {Agent, :start_link, [fn -> 1 end]}}) end,
  sup_start_child_fail: fn -> Supervisor.start_child(the_sup, %{id: 3, start: {GenServer, :start_link, [S, {:value, {:stop, :no}}]}}) end,
  sup_delete: fn -> Supervisor.delete_child(the_sup, 3) end,
  sup_stop: fn -> Supervisor.stop(the_sup) end,
  dyn_start: fn -> DynamicSupervisor.start_child(dyn, {Agent, fn -> 1 end}) end,
  dyn_which: fn -> DynamicSupervisor.which_children(dyn) end,
  dyn_count: fn -> DynamicSupervisor.count_children(dyn) end,
  dyn_terminate: fn -> [{_, p, _, _} | _] = DynamicSupervisor.which_children(dyn); DynamicSupervisor.terminate_child(dyn, p) end,
  tsup_start: fn -> Task.Supervisor.start_child(tsup, fn -> 1 end) end,
  tsup_async: fn -> Task.await(Task.Supervisor.async(tsup, fn -> 1 end)) end,
  tsup_nolink: fn -> Task.await(Task.Supervisor.async_nolink(tsup, fn -> 1 end)) end,
  tsup_stream: fn -> Enum.to_list(Task.Supervisor.async_stream(tsup, [1, 2], fn x -> x end)) end,
  reg_register: fn -> Registry.register(R, :a, 1) end,
  reg_lookup: fn -> Registry.lookup(R, :a) end,
  reg_unregister: fn -> Registry.unregister(R, :a) end,
  reg_via: fn -> GenServer.start(S, 1, name: {:via, Registry, {R, :v}}) end,
  reg_via_call: fn -> GenServer.call({:via, Registry, {R, :v}}, 1) end,
  reg_start: fn -> Registry.start_link(keys: :unique, name: R2) end,
  statem_start: fn -> :gen_statem.start(St, 1, []) end,
  statem_call: fn -> :gen_statem.call(st, :get) end,
  statem_call_time: fn -> :gen_statem.call(st, :get, 50) end,
  statem_stop: fn -> :gen_statem.stop(st) end,
  io_write: fn -> IO.write("") end,
  io_inspect: fn -> IO.write("") ; IO.write("") end,
  exit_alive: fn -> p = spawn(fn -> Process.sleep(:infinity) end); Process.exit(p, :kill); Process.alive?(p) end,
  spawn_exit_down: fn -> {_, r} = spawn_monitor(fn -> 1 end); receive do {:DOWN, ^r, _, _, _} -> 1 end end,
  link_dead: fn -> Process.flag(:trap_exit, true); Process.link(spawn(fn -> 1 end)); receive do {:EXIT, _, _} -> 1 end end,
  timer_send: fn -> :timer.send_after(0, 1) end,
  ets_new: fn -> :ets.new(:t, []) end,
  ets_delete: fn -> :ets.delete(:ets.new(:t, [])) end,
  code_ensure: fn -> Code.ensure_loaded?(Enum) end,
]
all = cases ++ more.(fn -> server2 = fresh.(); server2 end, fn -> {:ok, a} = Agent.start(fn -> 1 end, spawn_opt: [min_heap_size: 100_000]); a end)
_ = {server, agent}
run = fn -> for {name, f} <- all, do: Ticks.turns(f) |> then(&{name, &1}) end
run.()
warm = Ticks.turns(fn -> Task.await(Task.async(fn -> 1 end)) end)
_ = warm
if p = Process.whereis(:named_s), do: Process.exit(p, :kill)
Process.sleep(5)
for {name, n} <- run.(), do: IO.puts("#{name} #{n}")
for {name, f} <- rest, do: IO.puts("#{name} #{Ticks.turns(f)}")
