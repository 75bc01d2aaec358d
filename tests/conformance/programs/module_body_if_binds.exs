# An if of a module's body whose condition binds what the branch reads.
defmodule Plugs do
  defmacro plug(p, opts \\ []) do
    quote do
      @plugs {unquote(p), unquote(opts), true}
    end
  end
  defmacro __using__(_) do
    quote do
      import Plugs
      Module.register_attribute(__MODULE__, :plugs, accumulate: true)
      @before_compile Plugs
      var!(config) = [ssl: [a: 1]]
      if force = Plugs.cfg(__MODULE__, var!(config)) do
        plug Plug.SSL, force
      end
    end
  end
  def cfg(m, c), do: (if f = c[:ssl], do: Keyword.put_new(f, :host, m))
  defmacro __before_compile__(env) do
    plugs = Module.get_attribute(env.module, :plugs)
    quote do: def plugs, do: unquote(Macro.escape(plugs))
  end
end
defmodule A do
  use Plugs
  plug :other
end
IO.inspect A.plugs
defmodule B do
  if x = Keyword.get([a: 2], :a) do
    @x x
    def f, do: @x
    def g, do: unquote(x)
  end
  unless (y = :erlang.abs(-3)) == 4 do
    @y {y, y} |> elem(0)
    def h, do: @y
  end
  if f = fn a -> a end do
    @z is_function(f)
    def z, do: @z
  end
end
IO.inspect {B.f, B.g, B.h, B.z}
