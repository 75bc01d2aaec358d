# Philosophers who take forks in an order that avoids a deadlock.
defmodule Fork do
  def start, do: spawn(fn -> loop() end)

  defp loop do
    receive do
      {:take, pid} ->
        send(pid, {:taken, self()})
        receive do: ({:put, ^pid} -> loop())
    end
  end
end

defmodule Philosopher do
  def run(name, first, second, parent) do
    take(first)
    take(second)
    IO.puts("#{name} eats")
    Process.sleep(3)
    send(first, {:put, self()})
    send(second, {:put, self()})
    send(parent, {:full, name})
  end

  defp take(fork) do
    send(fork, {:take, self()})
    receive do: ({:taken, ^fork} -> :ok)
  end
end

[a, b, c] = for _ <- 1..3, do: Fork.start()
me = self()
spawn(Philosopher, :run, ["Kant", a, b, me])
spawn(Philosopher, :run, ["Hume", b, c, me])
spawn(Philosopher, :run, ["Mill", a, c, me])
for _ <- 1..3, do: receive(do: ({:full, name} -> IO.puts("#{name} is full")))
