# A monitor's own tag in the place of DOWN.
for tag <- [:gone, {:gone, 1}, "text", :DOWN], how <- [:normal, :boom] do
  pid = spawn(fn -> receive do :end -> exit(how) end end)
  :erlang.monitor(:process, pid, [{:tag, tag}])
  send(pid, :end)
  IO.inspect(receive do {told, _, :process, ^pid, reason} -> {told, reason} after 10 -> :nothing end)
end

dead = spawn(fn -> :ok end)
Process.sleep(1)
:erlang.monitor(:process, dead, [{:tag, :dead}])
IO.inspect(receive do m -> {elem(m, 0), elem(m, 4)} after 10 -> :nothing end)
:erlang.monitor(:process, :nobody, [{:tag, :none}])
IO.inspect(receive do m -> {elem(m, 0), elem(m, 3), elem(m, 4)} after 10 -> :nothing end)
