# send_after of the timer module sends once, to itself, to a pid or to a name.
show = fn -> receive do m -> IO.inspect(m) after 100 -> IO.puts("nothing") end end
{:ok, {kind, ref}} = :timer.send_after(20, :mine)
IO.inspect({kind, is_reference(ref)})
show.()
show.()
Process.register(self(), :me)
{:ok, {kind, _}} = :timer.send_after(20, :me, :by_name)
IO.inspect(kind)
show.()
{:ok, {kind, _}} = :timer.send_after(0, self(), :at_once)
IO.inspect(kind)
receive do m -> IO.inspect(m) after 0 -> IO.puts("not there") end
{:ok, _} = :timer.send_after(20, :nobody, :lost)
show.()
IO.inspect(Process.alive?(Process.whereis(:timer_server)))
