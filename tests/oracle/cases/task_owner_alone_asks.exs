# No process but its owner can ask for a task.
main = self()
task = Task.async(fn -> Process.sleep(200); 1 end)
spawn(fn ->
  for ask <- [
    fn -> Task.await(task) end,
    fn -> Task.await_many([task]) end,
    fn -> Task.yield(task) end,
    fn -> Task.yield_many([task]) end,
    fn -> Task.shutdown(task) end,
    fn -> Task.ignore(task) end
  ] do
    try do
      ask.()
    rescue
      error in ArgumentError -> IO.puts(error.message)
    end
  end
  send(main, :asked)
end)
receive do :asked -> :ok end
IO.inspect(Task.await(task))
