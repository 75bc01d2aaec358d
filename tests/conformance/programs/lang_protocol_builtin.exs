# Own structs in String.Chars, Inspect and Enumerable.
defmodule Money do
  defstruct [:amount]
  defimpl String.Chars do
    def to_string(%{amount: a}), do: "$#{a}"
  end
  defimpl Inspect do
    def inspect(%{amount: a}, _opts), do: "#Money<#{a}>"
  end
end
defmodule Secret do
  @derive {Inspect, only: [:name]}
  defstruct [:name, :password]
end
defmodule Main do
  def run do
    m = %Money{amount: 5}
    IO.puts("costs #{m}")
    IO.inspect(m)
    IO.inspect([m, {m}])
    IO.inspect(%Secret{name: "x", password: "hidden"})
  end
end

Main.run()
