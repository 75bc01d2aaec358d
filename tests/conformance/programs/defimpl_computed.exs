# Implementations whose protocol or type is known when the code runs; attributes that hold functions, or that a loop sets.
defprotocol P1 do
  def encode(x, y)
end
defprotocol P2 do
  def encode(x, y)
end
defmodule S1 do
  defstruct [:a]
end
defmodule S2 do
  defstruct [:a]
end
for p <- [P1, P2] do
  module = Macro.inspect_atom(:literal, p)
  if Code.ensure_loaded?(p) do
    defimpl p, for: S1 do
      def encode(_, _), do: {:s1, unquote(module), __MODULE__}
    end
    defimpl p, for: [Integer, S2] do
      def encode(_, _), do: {:s2, unquote(module), __MODULE__, @protocol, @for}
    end
  end
end
IO.inspect P1.encode(struct(S1), 1)
IO.inspect P2.encode(1, 1)
IO.inspect P2.encode(struct(S2), 1)

defmodule Steps do
  Module.register_attribute(__MODULE__, :steps, accumulate: true)
  @steps {:first, &(&1 + 1)}
  @steps {:second, Map.new(if: fn _ -> false end)}

  @told for {name, value} <- @steps, do: {name, is_map(value), is_function(value)}
  def told, do: @told

  for {name, number} <- [a: 1, b: 2] do
    @number number
    def unquote(:"#{name}_#{@number}")(), do: @number
  end
end

IO.inspect({Steps.a_1(), Steps.b_2(), Steps.told()})

defmodule Imported do
  defmacro match(a, b), do: {a, b[:do]}
end

defmodule Local do
  import Imported

  match 1 do
    2
  end

  def match(a, b), do: {a, b}
end

IO.inspect(Local.match(1, 2))

defmodule Guarded do
  def empty?(text) when text != <<>> and text != <<0, "a">>, do: false
  def empty?(_), do: true
end

IO.inspect({Guarded.empty?("b"), Guarded.empty?(""), Guarded.empty?(<<0, ?a>>)})
IO.inspect(Regex.scan(~r/\e\[[0-9]+m|\h+|b\Z/, "\e[31m \tb\n"))
IO.inspect({:array.to_orddict(:array.from_list([1, 2])), :binary.match("abcabc", "b", scope: {2, 4})})
