# :proc_lib: processes that know their ancestors, acknowledge their start, and are told by their first call.
defmodule P do
  def init_ok(x), do: (:proc_lib.init_ack({:ok, self(), x}); receive do :stop -> :ok end)
  def init_ok2(parent, x), do: (:proc_lib.init_ack(parent, {:ok, x}); receive do :stop -> :ok end)
  def init_dies(_), do: exit(:early)
  def init_raises(_), do: raise("early")
  def init_slow(_), do: Process.sleep(1000)
  def init_ack_then_die(x), do: (:proc_lib.init_ack({:error, x}); exit(:normal))
  def run(pid), do: (send(pid, {:ran, self(), Process.get(:"$ancestors"), Process.get(:"$initial_call")}); receive do :stop -> :ok end)
  def hib(pid), do: (send(pid, :hibernating); :proc_lib.hibernate(P, :awake, [pid]))
  def awake(pid), do: (receive do m -> send(pid, {:awake, m}) end)
end
defmodule G do
  use GenServer
  def init(x), do: {:ok, x}
end
Logger.configure(level: :none)
me = self()
shown = fn x -> x |> inspect() |> String.replace(inspect(me), "ME") |> String.replace(~r/#PID<[^>]*>/, "PID") |> IO.puts() end
{:ok, p, 1} = :proc_lib.start(P, :init_ok, [1])
shown.({:proc_lib.translate_initial_call(p), :proc_lib.initial_call(p)})
shown.(:proc_lib.start_link(P, :init_ok2, [me, 2]))
shown.(:proc_lib.start(P, :init_dies, [1]))
{:error, {e, _}} = :proc_lib.start(P, :init_raises, [1])
shown.(e)
shown.(:proc_lib.start(P, :init_slow, [1], 10))
shown.(:proc_lib.start(P, :init_ok, [1], :infinity, [min_heap_size: 500]) |> elem(0))
shown.(:proc_lib.start(P, :init_ack_then_die, [:why]))
Process.flag(:trap_exit, true)
shown.(:proc_lib.start_link(P, :init_dies, [1]))
shown.(:proc_lib.start_link(P, :init_slow, [1], 10))
flush = fn f -> receive do {:EXIT, _, r} -> [r | f.(f)] after 0 -> [] end end
shown.(flush.(flush))
shown.(:proc_lib.start_link(P, :init_ok, [1], 100, []) |> elem(0))
{{:ok, p, 9}, ref} = :proc_lib.start_monitor(P, :init_ok, [9])
send(p, :stop)
receive do {:DOWN, ^ref, _, ^p, r} -> shown.({:down, r}) end
{{:error, :early}, ref} = :proc_lib.start_monitor(P, :init_dies, [9])
receive do {:DOWN, ^ref, _, _, r} -> shown.({:down, r}) after 10 -> shown.(:no_down) end
shown.(:proc_lib.start_monitor(P, :init_slow, [9], 10) |> elem(0))
for {how, opts} <- [spawn: [], link: [:link], monitor: [:monitor]] do
  found = :proc_lib.spawn_opt(P, :run, [me], opts)
  {pid, ref} = if is_tuple(found), do: found, else: {found, nil}
  receive do {:ran, ^pid, a, c} -> shown.({how, a, c, is_reference(ref)}) end
  send(pid, :stop)
end
pid = :proc_lib.spawn_opt(fn -> send(me, {:fun, Process.get(:"$ancestors")}) end, [:link])
receive do {:fun, a} -> shown.(a) end
shown.(is_pid(pid))
pid = :proc_lib.spawn_link(node(), P, :run, [me])
receive do {:ran, ^pid, a, c} -> shown.({a, c}) end
pid = :proc_lib.spawn(P, :hib, [me])
receive do :hibernating -> :ok end
Process.sleep(5)
shown.(Process.info(pid, :current_function))
send(pid, :hey)
receive do m -> shown.(m) end
{:ok, g} = GenServer.start(G, 1)
shown.({:proc_lib.translate_initial_call(g), :proc_lib.initial_call(g)})
plain = spawn(fn -> Process.sleep(100) end)
shown.({:proc_lib.translate_initial_call(plain), :proc_lib.initial_call(plain)})
shown.(:proc_lib.stop(g))
shown.(Process.alive?(g))
{:ok, g} = GenServer.start(G, 1)
shown.(:proc_lib.stop(g, :shutdown, 100))
shown.(try do :proc_lib.stop(:nobody) catch k, r -> {k, r} end)
