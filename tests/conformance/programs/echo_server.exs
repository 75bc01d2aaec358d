# An echo server and a counter, as in every tutorial.
defmodule Echo do
  def start, do: spawn(__MODULE__, :loop, [0])
  def loop(n) do
    receive do
      {:echo, from, msg} ->
        send(from, {:reply, n, msg})
        loop(n + 1)
      :stop -> IO.puts("stopped after #{n}")
    end
  end
end
pid = Echo.start()
for m <- ["a", "b", "c"] do
  send(pid, {:echo, self(), m})
  receive do
    {:reply, n, text} -> IO.puts("#{n}: #{text}")
  end
end
send(pid, :stop)
Process.sleep(10)
IO.inspect(Process.alive?(pid))
