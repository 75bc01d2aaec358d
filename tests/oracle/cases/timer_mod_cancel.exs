# A timer that is cancelled in time does nothing; too late is no error.
trefs = [:timer.send_after(100, :pid), :timer.send_after(100, :main, :name), :timer.send_after(0, :instant), :timer.send_interval(100, :interval)]
Process.register(self(), :main)
for {:ok, tref} <- trefs, do: IO.inspect(:timer.cancel(tref))
Process.sleep(150)
receive do m -> IO.inspect(m) after 0 -> IO.puts("nothing") end
{:ok, tref} = :timer.send_after(10, :pid)
Process.sleep(30)
IO.inspect(:timer.cancel(tref))
parent = self()
spawn(fn -> send(parent, {:tref, :timer.send_interval(30, parent, :stranger)}); Process.sleep(:infinity) end)
receive do {:tref, {:ok, tref}} -> IO.inspect(:timer.cancel(tref)) end
Process.sleep(50)
receive do m -> IO.inspect(m) after 0 -> IO.puts("nothing") end
