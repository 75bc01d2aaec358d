# Function, Module, Code at run time.
defmodule Target do
  @moduledoc false
  def a(x), do: x
  def b, do: :b
  def c(x, y \\ 1), do: x + y
  defp hidden, do: 1
  def uses, do: hidden()
end

IO.inspect(Target.__info__(:functions))
IO.inspect(Target.__info__(:module))
IO.inspect({function_exported?(Target, :a, 1), function_exported?(Target, :hidden, 0), Code.ensure_loaded(Nope)})
IO.inspect(Function.info(&Target.a/1) |> Keyword.take([:module, :name, :arity]))
IO.inspect(Function.info(fn -> 1 end, :arity))
IO.inspect(Module.concat([:A, "B", C]))
IO.inspect(Module.split(String.Chars))
f = &Target.c/2
IO.inspect(inspect(f))
IO.inspect(f == (&Target.c/2))
IO.inspect(apply(Target, :c, [1]))
IO.inspect(macro_exported?(Kernel, :if, 2))
IO.inspect(Module.create(Made, quote(do: def(x, do: 42)), Macro.Env.location(__ENV__)) |> elem(1))
IO.inspect(apply(Made, :x, []))
