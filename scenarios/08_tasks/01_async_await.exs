# Task.async and await: work elsewhere while going on here
#
# async returns at once. The main process does 400 ms of its own work, and await waits for the remaining 600 ms
# of the task's second.
#
# Try: simulator diagram async_await.exs --time scale -o async_await.png

now = fn -> System.monotonic_time(:millisecond) end

task =
  Task.async(fn ->
    Process.sleep(1000)
    "Done!"
  end)

IO.puts("#{now.()} ms: started")
Process.sleep(400)
IO.puts("#{now.()} ms: finished own work")
result = Task.await(task)
IO.puts("#{now.()} ms: #{result}")
