# What a module's body asks of the module while it is defined, in its order.
defmodule Other do
  def names, do: [:x, :y]
  defmacro gen(n) do
    quote do
      def unquote(n)(), do: unquote(n)
    end
  end
end
defmodule A do
  IO.puts("in body")
  IO.inspect(Module.defines?(__MODULE__, {:a, 0}))
  def a, do: 1
  IO.inspect(Module.defines?(__MODULE__, {:a, 0}))
  IO.inspect(Module.definitions_in(__MODULE__))
  Module.register_attribute(__MODULE__, :acc, accumulate: true)
  @acc 1
  @acc 2
  IO.inspect(@acc)
  IO.inspect(Module.get_attribute(__MODULE__, :acc))
  Module.put_attribute(__MODULE__, :acc, 3)
  for n <- Other.names() do
    @acc n
    def unquote(n)(), do: {unquote(n), unquote(length(@acc))}
  end
  Enum.each([:p, :q], fn n ->
    def unquote(n)(), do: unquote(n)
  end)
  if Module.defines?(__MODULE__, {:x, 0}) do
    def has_x, do: true
  else
    def has_x, do: false
  end
  case Module.get_attribute(__MODULE__, :missing) do
    nil -> def missing, do: :none
    v -> def missing, do: v
  end
  x = 10
  def ten, do: unquote(x)
  @y x + 1
  def y, do: @y
  Process.put(:seen, [__MODULE__ | Process.get(:seen, [])])
  def accs, do: @acc
  require Other
  Other.gen(:g)
  IO.inspect(Module.defines?(__MODULE__, {:g, 0}))
  Module.delete_attribute(__MODULE__, :acc)
  IO.inspect(Module.get_attribute(__MODULE__, :acc))
end
IO.inspect({A.x(), A.y(), A.p(), A.has_x(), A.missing(), A.ten(), A.accs(), A.g(), Process.get(:seen)})
