# spawn, send, receive, self, alive?, links and monitors.
parent = self()
pid = spawn(fn ->
  receive do
    {:hello, from} -> send(from, {:hi, self()})
  end
end)
IO.inspect(Process.alive?(pid))
send(pid, {:hello, parent})
receive do
  {:hi, ^pid} -> IO.puts("got hi")
after
  1000 -> IO.puts("nothing")
end
watch = Process.monitor(pid)
receive do
  {:DOWN, ^watch, :process, _, reason} -> IO.inspect(reason)
end
Process.flag(:trap_exit, true)
linked = spawn_link(fn -> exit(:oops) end)
receive do
  {:EXIT, ^linked, reason} -> IO.inspect({:exit, reason})
end
{p, _} = spawn_monitor(fn -> raise "bad" end)
receive do
  {:DOWN, _, :process, ^p, {%RuntimeError{message: m}, stack}} -> IO.inspect({m, is_list(stack)})
end
IO.inspect(Process.info(self(), :message_queue_len))
Process.sleep(20)
