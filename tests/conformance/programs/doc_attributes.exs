# What the attributes of documentation hold, and what reads them: bodies, functions, hooks, loops.
defmodule H do
  def __on_definition__(env, kind, name, _a, _g, _b), do: IO.inspect({kind, name, Module.get_attribute(env.module, :doc), Module.get_attribute(env.module, :moduledoc)})
end
defmodule D do
  @moduledoc "m"
  @on_definition H
  @doc "one"
  def f(1), do: 1
  def f(2), do: 1
  @doc false
  def g(), do: 1
  @doc "mac"
  defmacro h(), do: 1
end
defmodule D2 do
  IO.inspect {:m0, @moduledoc, @doc, @typedoc}
  @moduledoc "mod " <> "text"
  IO.inspect {:m, @moduledoc, Module.get_attribute(__MODULE__, :moduledoc)}
  def f, do: @moduledoc
  @doc "one"
  IO.inspect {:d, @doc, Module.get_attribute(__MODULE__, :doc)}
  @doc since: "1.0"
  IO.inspect {:d, @doc}
  def a, do: @doc
  IO.inspect {:d, @doc, Module.get_attribute(__MODULE__, :doc)}
  @doc false
  IO.inspect {:d, @doc}
  def b, do: 1
  @doc "used #{@moduledoc}"
  def c, do: @doc
  @typedoc "ty"
  IO.inspect {:t, @typedoc}
  @type t :: integer
  IO.inspect {:t, @typedoc}
  @vsn 1
  IO.inspect {:m, @moduledoc}
  def g, do: {@moduledoc, @typedoc}
end
IO.inspect {D2.f, D2.a, D2.c, D2.g}
defmodule P do
  Module.put_attribute(__MODULE__, :doc, {3, "put"})
  def a, do: 1
  @doc "x"

  IO.inspect Module.delete_attribute(__MODULE__, :doc)
  IO.inspect Module.get_attribute(__MODULE__, :doc, :no)
  for n <- [:u, :v] do
    @doc "of #{n}"
    def unquote(n)(), do: @doc
  end
end
IO.inspect {P.u, P.v}
