# ignore parts from a task: it goes on alone, unless it has ended already.
main = self()
task = Task.async(fn -> Process.sleep(50); send(main, :went_on); exit(:alone) end)
IO.inspect(Task.ignore(task))
IO.inspect(Process.info(self(), :monitors))
receive do :went_on -> IO.puts("went on") end
Process.sleep(20)
task = Task.async(fn -> :value end)
Process.sleep(20)
IO.inspect(Task.ignore(task))
Process.flag(:trap_exit, true)
task = Task.async(fn -> exit(:boom) end)
Process.sleep(20)
IO.inspect(Task.ignore(task))
