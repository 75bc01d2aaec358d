# What a module's attributes of types, callbacks and hooks hold while it is compiled.
defmodule Look do
  defmacro __before_compile__(env) do
    for name <- [:callback, :macrocallback, :optional_callbacks, :type, :typep, :opaque, :spec, :behaviour] do
      IO.inspect({name, Module.get_attribute(env.module, name)})
    end
    nil
  end
end
defmodule M do
  @before_compile Look
  @behaviour GenServer
  @callback f(integer) :: integer
  @callback g(a) :: list(a) when a: term
  @macrocallback h(Macro.t()) :: Macro.t()
  @optional_callbacks f: 1
  @optional_callbacks [g: 1]
  @type t :: integer
  @typep p :: t
  @opaque o(x) :: {x, p}
  @spec k() :: t
  def k(), do: 1
  def init(x), do: {:ok, x}
end
defmodule Body do
  @callback f(integer) :: integer
  @optional_callbacks f: 1
  @type t :: integer
  IO.inspect({@callback, @type, @opaque, @optional_callbacks})
  IO.inspect(Module.get_attribute(__MODULE__, :callback))
end
defmodule Twice do
  @callback g(atom) :: atom
  @callback f(integer) :: integer
  @callback f(atom) :: atom
end
IO.inspect(Twice.behaviour_info(:callbacks))
