# Durations that are none: text, floats, negative and too large ones, atoms, where each function takes milliseconds.
defmodule T do
  def t(name, f) do
    me = self()
    {p, ref} = spawn_monitor(fn ->
      r = try do f.() rescue e -> {e.__struct__, Exception.message(e)} catch :exit, r -> {:exit, (case r do {r, {m, f, _}} -> {r, m, f}; {r, st} when is_list(st) -> {r, :stack}; r -> r end)}; k, e -> {k, e} end
      send(me, {:r, r})
    end)
    receive do
      {:r, r} -> IO.puts("#{name}: #{inspect(r) |> String.replace(~r/#\w+<[^>]*>/, "#ID")}")
      {:DOWN, ^ref, _, _, r} -> IO.puts("#{name} died: #{inspect(case r do {r, st} when is_list(st) -> {r, :stack}; r -> r end)}")
    after 50 -> Process.exit(p, :kill); IO.puts("#{name} waits")
    end
    receive do {:DOWN, ^ref, _, _, _} -> :ok after 0 -> :ok end
  end
end
{:ok, ag} = Agent.start(fn -> 1 end)
for bad <- ["1", 1.5, -1, :x, nil, 2.0, 5_000_000_000, 'a'] do
  b = inspect(bad)
  T.t("sleep #{b}", fn -> Process.sleep(bad) end)
  T.t("receive #{b}", fn -> receive do :never -> 1 after bad -> :after end end)
  T.t("send_after #{b}", fn -> is_reference(Process.send_after(self(), 1, bad)) end)
  T.t("start_timer #{b}", fn -> is_reference(:erlang.start_timer(bad, self(), 1)) end)
  T.t("timer.sleep #{b}", fn -> :timer.sleep(bad) end)
  T.t("timer.send_after #{b}", fn -> :timer.send_after(bad, :x) |> elem(0) end)
  T.t("timer.apply_after #{b}", fn -> :timer.apply_after(bad, IO, :puts, ["x"]) |> elem(0) end)
  T.t("timer.send_interval #{b}", fn -> case :timer.send_interval(bad, :x) do {:ok, r} -> :timer.cancel(r); o -> o end end)
  T.t("timer.exit_after #{b}", fn -> :timer.exit_after(bad, :x) |> elem(0) end)
  if bad != 5_000_000_000, do: T.t("call #{b}", fn -> GenServer.call(ag, :x, bad) end)
end
{:ok, ag} = Agent.start(fn -> 1 end)
for bad <- ["1", 1.5, -1, :x, nil] do
  b = inspect(bad)
  T.t("Agent.get #{b}", fn -> Agent.get(ag, & &1, bad) end)
  T.t("Agent.stop #{b}", fn -> {:ok, a} = Agent.start(fn -> 1 end); Agent.stop(a, :normal, bad) end)
  T.t("Task.await #{b}", fn -> Task.await(Task.async(fn -> Process.sleep(1) end), bad) end)
  T.t("Task.yield #{b}", fn -> Task.yield(Task.async(fn -> Process.sleep(1) end), bad) end)
  T.t("Task.shutdown #{b}", fn -> Task.shutdown(Task.async(fn -> Process.sleep(1) end), bad) end)
  T.t("Task.await_many #{b}", fn -> Task.await_many([Task.async(fn -> Process.sleep(1) end)], bad) end)
  T.t("Task.yield_many #{b}", fn -> Task.yield_many([Task.async(fn -> Process.sleep(1) end)], bad) |> length end)
  T.t("sys.get_state #{b}", fn -> :sys.get_state(ag, bad) end)
  T.t("sys.suspend #{b}", fn -> :sys.suspend(ag, bad) end)
  T.t("sys.resume #{b}", fn -> :sys.resume(ag) end)
  T.t("start timeout #{b}", fn -> Agent.start(fn -> 1 end, timeout: bad) |> elem(0) end)
  T.t("cancel #{b}", fn -> Process.cancel_timer(bad) end)
  T.t("read #{b}", fn -> Process.read_timer(bad) end)
  T.t("interval #{b}", fn -> Stream.interval(bad) |> Enum.take(1) end)
  T.t("timer #{b}", fn -> Stream.timer(bad) |> Enum.take(1) end)
  T.t("supervisor #{b}", fn -> Supervisor.child_spec(Agent, shutdown: bad) end)
end
T.t("abs", fn -> is_reference(Process.send_after(self(), 1, System.monotonic_time(:millisecond) + 5, abs: true)) end)
T.t("abs past", fn -> is_reference(Process.send_after(self(), 1, -10, abs: true)) end)
T.t("bad opts", fn -> Process.send_after(self(), 1, 1, what: true) end)
T.t("bad opts2", fn -> Process.send_after(self(), 1, 1, abs: 1) end)
T.t("bad dest", fn -> Process.send_after("x", 1, 1) end)
T.t("bad dest2", fn -> Process.send_after({:a, :b, :c}, 1, 1) end)
T.t("name", fn -> is_reference(Process.send_after(:nobody, 1, 1)) end)
T.t("{name,node}", fn -> is_reference(Process.send_after({:nobody, node()}, 1, 1)) end)
T.t("cancel opts", fn -> Process.cancel_timer(Process.send_after(self(), 1, 1000), what: 1) end)
T.t("cancel async", fn -> r = Process.send_after(self(), 1, 1000); Process.cancel_timer(r, async: true) end)
T.t("cancel async2", fn -> r = Process.send_after(self(), 1, 1000); Process.cancel_timer(r, async: true); receive do {:cancel_timer, ^r, n} when is_integer(n) -> :told after 5 -> :not end end)
T.t("cancel noinfo", fn -> r = Process.send_after(self(), 1, 1000); Process.cancel_timer(r, async: true, info: false); receive do _ -> :told after 5 -> :not end end)
T.t("cancel info false", fn -> r = Process.send_after(self(), 1, 1000); Process.cancel_timer(r, info: false) end)
T.t("read", fn -> r = Process.send_after(self(), 1, 1000); n = Process.read_timer(r); n in 990..1000 end)
T.t("twice", fn -> r = Process.send_after(self(), 1, 1000); Process.cancel_timer(r); {Process.cancel_timer(r), Process.read_timer(r)} end)
T.t("tc", fn -> :timer.tc(fn -> 5 end) |> elem(1) end)
T.t("tc2", fn -> :timer.tc(Kernel, :+, [1, 2]) |> elem(1) end)
T.t("hms", fn -> {:timer.hms(1, 2, 3), :timer.hours(1), :timer.minutes(2), :timer.seconds(3)} end)
T.t("cancel bad", fn -> {:timer.cancel(:x), :timer.cancel({:a, 1}), :timer.cancel({:once, make_ref()})} end)
