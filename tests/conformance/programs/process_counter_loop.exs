# A loop with a state: messages change it, a call asks for it.
defmodule Counter do
  def start(initial \\ 0), do: spawn(fn -> loop(initial) end)
  def increment(pid, by \\ 1), do: send(pid, {:increment, by})

  def value(pid) do
    ref = make_ref()
    send(pid, {:value, ref, self()})

    receive do
      {^ref, value} -> value
    after
      1000 -> {:error, :timeout}
    end
  end

  defp loop(count) do
    receive do
      {:increment, by} ->
        loop(count + by)

      {:value, ref, from} ->
        send(from, {ref, count})
        loop(count)

      :stop ->
        :ok
    end
  end
end

counter = Counter.start()
Counter.increment(counter)
Counter.increment(counter, 41)
IO.inspect(Counter.value(counter))
other = Counter.start(10)
for _ <- 1..5, do: Counter.increment(other)
IO.puts("other: #{Counter.value(other)}")
send(counter, :stop)
Process.sleep(1)
IO.inspect(Process.alive?(counter))
