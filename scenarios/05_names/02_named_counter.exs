# The named counter: one process keeps a value for all
#
# The count lives in the argument of one process's loop, and all others send messages to it, so no increment is
# ever lost. The main process asks at once, when no client has run yet, and after 10 ms, when they all have.
#
# Try: simulator run named_counter.exs
#      simulator diagram named_counter.exs -o named_counter.png

defmodule Counter do
  def loop(count) do
    receive do
      :increment ->
        loop(count + 1)

      {:get, caller} ->
        send(caller, {:count, count})
        loop(count)
    end
  end

  def get do
    send(:counter, {:get, self()})

    receive do
      {:count, count} -> count
    end
  end
end

counter = spawn(fn -> Counter.loop(0) end)
Process.register(counter, :counter)

for _ <- 1..3 do
  spawn(fn -> Enum.each(1..10, fn _ -> send(:counter, :increment) end) end)
end

send(:counter, :increment)
send(:counter, :increment)
IO.puts("Count: #{Counter.get()}")
Process.sleep(10)
IO.puts("Count: #{Counter.get()}")
