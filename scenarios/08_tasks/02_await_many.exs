# Several tasks: all in the time of the slowest
#
# 300, 500 and 200 ms, one after the other a second, as three tasks half of it. The results come in the order of
# the tasks, not of finishing.
#
# Try: simulator diagram await_many.exs -o await_many.png

defmodule Shop do
  def fetch(what, ms) do
    Process.sleep(ms)
    IO.puts("#{System.monotonic_time(:millisecond)} ms: #{what} are there")
    what
  end
end

tasks = [
  Task.async(fn -> Shop.fetch("users", 300) end),
  Task.async(fn -> Shop.fetch("orders", 500) end),
  Task.async(fn -> Shop.fetch("products", 200) end)
]

results = Task.await_many(tasks, 5000)
IO.inspect(results, label: "#{System.monotonic_time(:millisecond)} ms")
