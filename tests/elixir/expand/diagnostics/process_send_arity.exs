defmodule A do
  def f(pid), do: Process.send(pid, :x)
end
