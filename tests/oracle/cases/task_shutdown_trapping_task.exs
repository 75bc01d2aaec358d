# A task that traps exits may still reply in time; after that it is killed.
stubborn = fn ms ->
  Task.async(fn ->
    Process.flag(:trap_exit, true)
    receive do {:EXIT, _, reason} -> Process.sleep(ms); {:told, reason} end
  end)
end
task = stubborn.(20)
Process.sleep(10)
IO.inspect(Task.shutdown(task, 100))
task = stubborn.(200)
Process.sleep(10)
IO.inspect(Task.shutdown(task, 50))
task = stubborn.(200)
Process.sleep(10)
IO.inspect(Task.shutdown(task, :brutal_kill))
task = stubborn.(20)
Process.sleep(10)
IO.inspect(Task.shutdown(task, 0))
task = stubborn.(20)
Process.sleep(10)
IO.inspect(Task.shutdown(task, :infinity))
