# A task is a struct of its mfa, its owner, its pid and its monitor.
defmodule Work do
  def add(a, b), do: a + b
end

task = Task.async(Work, :add, [1, 2])
IO.inspect(task.mfa)
IO.puts(inspect(task))
IO.inspect({task.owner == self(), Task.await(task)})
IO.inspect(Task.async(fn -> 1 end).mfa)
IO.inspect(Task.child_spec(:arg))
