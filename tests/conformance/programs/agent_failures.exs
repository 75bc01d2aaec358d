# Agents whose functions fail, exit, throw, time out, and whose values are of a wrong shape.
Process.flag(:trap_exit, true)
t = fn f -> try do f.() catch :exit, {{%{__exception__: true} = e, _}, {m, g, a}} -> {:exit, Exception.message(e), m, g, length(a)}; :exit, {r, {m, g, a}} -> {:exit, (case r do {x, st} when is_list(st) -> {x, :stack}; r -> r end), m, g, length(a)}; k, e -> {k, e} end end
mail = fn f -> receive do {:EXIT, _, r} -> IO.inspect({:exit, (case r do {%{__exception__: true} = e, _} -> Exception.message(e); {x, st} when is_list(st) -> {x, :stack}; r -> r end)}); f.(f); m -> IO.inspect(m); f.(f) after 5 -> :ok end end
ops = [
  get: fn a -> Agent.get(a, fn _ -> raise "in get" end) end,
  get_exit: fn a -> Agent.get(a, fn _ -> exit(:ex) end) end,
  get_throw: fn a -> Agent.get(a, fn _ -> throw(:th) end) end,
  throw_reply: fn a -> Agent.get(a, fn _ -> throw({:reply, 1, 2}) end) end,
  gau_bad: fn a -> Agent.get_and_update(a, fn s -> s end) end,
  gau_three: fn a -> Agent.get_and_update(a, fn s -> {1, 2, s} end) end,
  gau_raise: fn a -> Agent.get_and_update(a, fn _ -> Map.fetch!(%{}, :x) end) end,
  update: fn a -> Agent.update(a, fn _ -> 1 / 0 end) end,
  cast: fn a -> Agent.cast(a, fn _ -> raise "in cast" end) end,
  slow: fn a -> Agent.get(a, fn _ -> Process.sleep(20); :late end, 10) end,
  arity: fn a -> Agent.get(a, fn -> 1 end) end,
  mfa: fn a -> Agent.get(a, Kernel, :+, [10]) end,
  mfa_bad: fn a -> Agent.update(a, Kernel, :nope, [10]) end,
  mfa_gau: fn a -> Agent.get_and_update(a, List, :pop_at, [0]) end,
  exit_normal: fn a -> Agent.update(a, fn _ -> exit(:normal) end) end,
  itself: fn a -> Agent.get(a, fn _ -> Agent.get(a, & &1) end) end,
  stop_in: fn a -> Agent.get(a, fn _ -> Agent.stop(a, :normal, 5) end) end,
  fine: fn a -> Agent.get_and_update(a, fn s -> {s, s + 1} end) end
]
for {n, op} <- ops do
  {:ok, a} = Agent.start_link(fn -> 1 end)
  IO.inspect({n, t.(fn -> op.(a) end)})
  Process.sleep(25)
  IO.inspect(Process.alive?(a))
  mail.(mail)
end
for f <- [fn -> raise "init" end, fn -> exit(:init) end, fn -> throw(:init) end, fn -> exit(:normal) end, fn -> exit({:shutdown, 1}) end, fn -> :ignore end] do
  r = Agent.start_link(f)
  IO.inspect(case r do {:ok, a} -> Agent.get(a, & &1); {:error, {%{__exception__: true} = e, _}} -> {:error, e}; {:error, {x, st}} when is_list(st) -> {:error, x}; o -> o end)
  mail.(mail)
end
IO.inspect(Agent.start_link(fn -> Process.sleep(20) end, timeout: 10))
mail.(mail)
