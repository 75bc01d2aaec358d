# A small language of macros: accumulated attributes, before_compile, generated functions, hygiene, quoted locations.
defmodule Router do
  defmacro __using__(opts) do
    quote do
      import Router
      Module.register_attribute(__MODULE__, :routes, accumulate: true)
      @prefix unquote(opts[:prefix] || "")
      @before_compile Router
    end
  end
  for verb <- [:get, :post] do
    defmacro unquote(verb)(path, do: block) do
      verb = unquote(verb)
      quote do
        @routes {unquote(verb), @prefix <> unquote(path)}
        def handle(unquote(verb), unquote(path), var!(params)), do: unquote(block)
      end
    end
  end
  defmacro __before_compile__(env) do
    routes = Module.get_attribute(env.module, :routes)
    quote do
      def handle(verb, path, _), do: {:not_found, verb, path}
      def routes, do: unquote(Macro.escape(Enum.reverse(routes)))
      def count, do: unquote(length(routes))
    end
  end
end
defmodule App do
  use Router, prefix: "/api"
  get "/a" do
    {:a, params}
  end
  post "/b" do
    x = params[:x] || 1
    {:b, x * 2}
  end
end
IO.inspect(App.routes())
IO.inspect(App.count())
IO.inspect(App.handle(:get, "/a", %{q: 1}))
IO.inspect(App.handle(:post, "/b", %{x: 4}))
IO.inspect(App.handle(:get, "/zzz", %{}))
defmodule M do
  defmacro hygienic(v) do
    quote do
      x = 10
      unquote(v) + x
    end
  end
  defmacro leaky do
    quote do: var!(leaked) = :leaked
  end
  defmacro twice(e), do: quote(do: {unquote(e), unquote(e)})
  defmacro once(e) do
    quote bind_quoted: [e: e], do: {e, e}
  end
  defmacro show({op, _, args}), do: {op, length(args)} |> Macro.escape()
  defmacro str(e), do: Macro.to_string(e)
  defmacro caller, do: {__CALLER__.module, __CALLER__.function} |> Macro.escape()
  defmacro unless_nil(x, do: a, else: b) do
    quote do
      case unquote(x) do
        nil -> unquote(b)
        it -> var!(it) = it; unquote(a)
      end
    end
  end
end
defmodule UseM do
  require M
  def run do
    x = 1
    IO.inspect(M.hygienic(x))
    M.leaky()
    IO.inspect(leaked)
    M.twice(IO.puts("evaluated"))
    M.once(IO.puts("once"))
    IO.inspect(M.show(a + b * c))
    IO.puts(M.str(if x > 1, do: :a, else: [1 | t]))
    IO.inspect(M.caller())
    IO.inspect(M.unless_nil(5, do: it + 1, else: :none))
    IO.inspect(M.unless_nil(nil, do: it, else: :none))
  end
end
UseM.run()
IO.inspect(Macro.to_string(quote do
  def f(a, b \\ 1) when a > 0 do
    a |> g(b) |> h()
  end
end))
IO.inspect(Macro.prewalk(quote(do: 1 + 2 * 3), fn x when is_integer(x) -> x * 10; o -> o end) |> Macro.to_string())
{ast, acc} = Macro.postwalk(quote(do: f(x, y)), [], fn {n, _, _} = e, acc -> {e, [n | acc]}; e, acc -> {e, acc} end)
IO.inspect({Macro.to_string(ast), acc})
IO.inspect(Macro.decompose_call(quote(do: Foo.bar(1, 2))))
IO.inspect(Macro.camelize("foo_bar/baz"))
IO.inspect(Macro.underscore("FooBar.BazQux"))
IO.inspect(Code.eval_string("a + b", a: 1, b: 2))
