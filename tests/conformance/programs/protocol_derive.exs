# Protocol.derive: an implementation for a struct of another module, made by __deriving__, or the one for Any.
defprotocol Named do
  def name(x)
end

defimpl Named, for: Any do
  defmacro __deriving__(module, struct, options) do
    keys = struct |> Map.keys() |> Enum.sort()

    quote do
      defimpl Named, for: unquote(module) do
        def name(_), do: {unquote(keys), unquote(options)}
      end
    end
  end

  def name(_), do: :any
end

defprotocol Plain do
  def it(x)
end

defimpl Plain, for: Any do
  def it(%module{}), do: {:any, module}
end

defmodule One do
  defstruct [:a, b: 1]
end

defmodule Two do
  defstruct [:c]
end

defmodule Derives do
  require Protocol
  Protocol.derive(Named, One)
  Protocol.derive(Named, Two, only: [:c])
  Protocol.derive(Plain, One)
  def here, do: :here
end

IO.inspect({Named.name(struct(One)), Named.name(struct(Two)), Plain.it(struct(One)), Derives.here()})
IO.inspect(Plain.impl_for(struct(Two)))

try do
  Plain.it(struct(Two))
rescue
  e -> IO.puts(Exception.message(e))
end
