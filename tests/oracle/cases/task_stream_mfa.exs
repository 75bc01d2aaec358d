# With module, function and arguments the element comes first.
defmodule Work do
  def show(element, a, b), do: {element, a, b}
end

IO.inspect(Enum.to_list(Task.async_stream([1, 2], Work, :show, [:a, :b])))
IO.inspect(Enum.to_list(Task.async_stream(%{k: 1}, Work, :show, [:a, :b])))
