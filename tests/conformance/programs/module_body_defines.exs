# Struct fields gathered by macros, functions defined in branches, loops and functions that are called at once.
defmodule TS do
  defmacro ts(do: block) do
    quote do
      Module.register_attribute(__MODULE__, :ts_fields, accumulate: true)
      Module.register_attribute(__MODULE__, :ts_enf, accumulate: true)
      import TS
      unquote(block)
      @enforce_keys @ts_enf
      defstruct @ts_fields
      Module.delete_attribute(__MODULE__, :ts_fields)
    end
  end
  defmacro field(name, type, opts \\ []) do
    quote bind_quoted: [name: name, type: Macro.escape(type), opts: opts] do
      TS.__field__(name, type, opts, __ENV__)
    end
  end
  def __field__(name, _type, opts, %Macro.Env{module: mod}) do
    if mod |> Module.get_attribute(:ts_fields) |> Keyword.has_key?(name), do: raise "dup"
    Module.put_attribute(mod, :ts_fields, {name, opts[:default]})
    if opts[:enforce], do: Module.put_attribute(mod, :ts_enf, name)
  end
end
defmodule P do
  import TS
  ts do
    field :a, String.t(), default: 1
    field :b, integer(), enforce: true
  end
end
IO.inspect(P.__struct__(b: 1))
defmodule Cond do
  for {k, v} <- [a: 1, b: 2] do
    case v do
      1 -> def unquote(k)(), do: :one
      _ -> def unquote(k)(), do: :many
    end
  end
  if Code.ensure_loaded?(Nope) do
    def nope, do: Nope.x()
  end
  Enum.map([:m, :n], fn k -> @x k; def unquote(k)(), do: @x end)
  cond do
    true -> def c, do: 1
    false -> def c, do: 2
  end
  with {:ok, n} <- {:ok, :w} do
    def unquote(n)(), do: unquote(n)
  end
  def hd1(x)
  def hd1(x) when x == 0, do: 0
  try do
    def t1, do: 1
  rescue
    _ -> def t1, do: 2
  end
  def later, do: unquote(Enum.sum(Enum.map(1..3, & &1 * 2)))
  {a, b} = {1, 2}
  @pair {a, b}
  def pair, do: @pair
  fun = fn x -> x * 3 end
  def tripled, do: unquote(fun.(4))
  defmodule Inner do
    def v, do: 5
  end
  @v Inner.v()
  def v, do: @v
  alias __MODULE__.Inner, as: I
  def w, do: I.v() + @v

end
defmodule T do
  (fn ->
    Module.register_attribute(__MODULE__, :f, accumulate: true)
    @f {:a, 1}
    defstruct @f
  end).()
  def z, do: @f
end
IO.inspect({T.__struct__(), T.z()})
IO.inspect({Cond.a(), Cond.b(), Cond.m(), Cond.n(), Cond.c(), Cond.w(), Cond.hd1(0), Cond.t1(), Cond.later(), Cond.pair(), Cond.tripled(), Cond.v()})
