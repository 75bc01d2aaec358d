# __using__ with options, overridable functions, callbacks at compile time.
defmodule Plugin do
  defmacro __using__(opts) do
    name = Keyword.get(opts, :name, :unnamed)

    quote do
      @behaviour Plugin
      @name unquote(name)
      def name, do: @name
      def run(x), do: x
      defoverridable run: 1
    end
  end

  @callback run(term) :: term
end

defmodule Plain do
  use Plugin
end

defmodule Double do
  use Plugin, name: :double
  def run(x), do: super(x) * 2
end

for m <- [Plain, Double], do: IO.inspect({m.name(), m.run(21)})
