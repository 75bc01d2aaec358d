defmodule Cnt do
  defstruct [:to]
  defimpl Enumerable do
    def count(%{to: t}), do: {:ok, t}
    def member?(%{to: t}, x), do: {:ok, x in 1..t}
    def slice(_), do: {:error, __MODULE__}
    def reduce(%{to: t}, acc, fun), do: Enumerable.List.reduce(Enum.to_list(1..t), acc, fun)
  end
end
defmodule RunC do
  def run do
    c = %Cnt{to: 3}
    IO.inspect(Enum.map(c, & &1 * 2))
    IO.inspect(Enum.count(c))
    IO.inspect(Enum.member?(c, 2))
    IO.inspect(for x <- c, do: x)
  end
end
RunC.run()
