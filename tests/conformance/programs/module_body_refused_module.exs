# Modules that are not compiled, in a module's body: within try, and in a function.
defmodule Guarded do
  defmacro __using__(_), do: raise(ArgumentError, "no use")
end
defmodule CT do
  r = try do
    defmodule B1 do
      use Guarded
    end
    :ok
  rescue
    e in ArgumentError -> e.message
  end
  @r r
  def r, do: @r
  f = fn ->
    defmodule B2 do
      use Guarded
    end
  end
  s = try do f.() rescue e -> Exception.message(e) end
  @s s
  def s, do: @s
end
IO.inspect({CT.r(), CT.s()})
