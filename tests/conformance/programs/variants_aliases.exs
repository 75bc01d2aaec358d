# Aliases, in many forms.
f = fn m, opts ->
  IO.puts("#{inspect(m)} #{inspect(opts)}")
  r = if m == :alias, do: Process.alias(opts), else: :erlang.monitor(:process, elem(m, 1), opts)
  r
end
flush = fn fl, acc -> receive do m -> fl.(fl, [m | acc]) after 5 -> Enum.reverse(acc) end end
fl = fn -> flush.(flush, []) |> inspect() |> String.replace(~r/#Reference<[^>]*>/, "REF") |> String.replace(~r/#PID<[^>]*>/, "PID") |> IO.puts() end
for o <- [[], [:reply], [:explicit_unalias]] do
  a = f.(:alias, o)
  send(a, 1); send(a, 2); fl.()
  IO.inspect(Process.unalias(a)); send(a, 3); fl.()
  IO.inspect(Process.unalias(a))
end
for o <- [[alias: :explicit_unalias], [alias: :demonitor], [alias: :reply_demonitor], []] do
  p = spawn(fn -> receive do {:to, r} -> send(r, :one); send(r, :two); Process.sleep(2); send(r, :three) end; receive do :end -> :ok end end)
  r = :erlang.monitor(:process, p, o)
  IO.puts(inspect(o))
  send(p, {:to, r}); Process.sleep(5); fl.()
  IO.inspect(Process.demonitor(r, [:info])); send(r, :late); fl.()
  send(p, :end); Process.sleep(2); fl.()
  IO.inspect(Process.unalias(r))
end
# the monitored dies: alias goes with demonitor kinds
for o <- [[alias: :explicit_unalias], [alias: :demonitor], [alias: :reply_demonitor]] do
  p = spawn(fn -> :ok end)
  r = :erlang.monitor(:process, p, o ++ [tag: {:tagged, 1}])
  Process.sleep(2); fl.()
  send(r, :after_down); fl.()
  IO.inspect(Process.unalias(r))
end
for b <- [[:nope], [alias: :nope], :x, [tag: 1, alias: :reply]] do
  IO.inspect(try do :erlang.monitor(:process, self(), b) |> is_reference() rescue e -> e.__struct__ end)
end
IO.inspect(try do Process.alias([:nope]) rescue e -> Exception.message(e) end)
# reply to a plain monitor ref
p = spawn(fn -> receive do {:"$gen_call", from, m} -> GenServer.reply(from, {:got, m}) end end)
IO.inspect(GenServer.call(p, :hello))
r = make_ref()
GenServer.reply({self(), r}, :x); fl.()
GenServer.reply({self(), [:alias | Process.alias()]}, :y); fl.()
GenServer.reply({self(), :tag}, :z); fl.()
r = Process.monitor(self()); GenServer.reply({self(), r}, :m); fl.()
GenServer.reply({spawn(fn -> :ok end), [:alias | Process.alias([:reply])]}, :q); fl.()
