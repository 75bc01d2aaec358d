# The Counter module: an agent behind three functions
#
# Whoever calls Counter.increment need not know that an agent is behind it. From 10: one more, one less, five by
# each of three processes at the same time, and one less: 24.
#
# Try: simulator diagram counter_agent.exs -o counter_agent.png

defmodule Counter do
  use Agent

  def start_link(initial \\ 0), do: Agent.start_link(fn -> initial end, name: __MODULE__)
  def value, do: Agent.get(__MODULE__, & &1)
  def increment, do: Agent.update(__MODULE__, &(&1 + 1))
  def decrement, do: Agent.update(__MODULE__, &(&1 - 1))
end

Counter.start_link(10)
Counter.increment()
IO.inspect(Counter.value())
Counter.decrement()

for _ <- 1..3 do
  spawn(fn -> for _ <- 1..5, do: Counter.increment() end)
end

Counter.decrement()
Process.sleep(10)
IO.inspect(Counter.value())
