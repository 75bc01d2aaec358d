defmodule Hook do
  defmacro __using__(_) do
    quote do
      Module.register_attribute(__MODULE__, :routes, accumulate: true)
      import Hook
      @before_compile Hook
    end
  end
  defmacro route(path, fun) do
    quote do
      @routes {unquote(path), unquote(fun)}
    end
  end
  defmacro __before_compile__(env) do
    routes = Module.get_attribute(env.module, :routes)
    quote do
      def routes, do: unquote(Macro.escape(routes))
    end
  end
end
defmodule Router do
  use Hook
  route "/a", :one
  route "/b", :two
end
IO.inspect(Router.routes())
