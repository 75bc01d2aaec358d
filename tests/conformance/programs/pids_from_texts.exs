# Pids from their texts: one that lives, one that has ended, and what is no text of a pid.
pid = spawn(fn -> Process.sleep(10) end)
l = :erlang.pid_to_list(pid)
IO.inspect(:erlang.list_to_pid(l) == pid)
Process.sleep(20)
IO.inspect(:erlang.list_to_pid(l) == pid)
IO.inspect(is_pid(:erlang.list_to_pid('<0.9999.0>')))
for x <- ['<0.100.0>', '<0.100.1>', 'x', "<0.100.0>", '<0.100>', '#PID<0.100.0>', '<0.99999999999.0>'] do
  IO.inspect({x, try do is_pid(:erlang.list_to_pid(x)) rescue e -> {e.__struct__, Exception.message(e)} end})
end
