# Routes, enumerations, default callbacks: what libraries make of macros, once more.
defmodule Nested do
  defmacro __using__(opts) do
    quote do
      @opts unquote(opts)
      import Nested
      @before_compile Nested
      Module.register_attribute(__MODULE__, :routes, accumulate: true)
    end
  end
  defmacro get(path, do: body) do
    name = :"route_#{:erlang.phash2(path)}"
    quote do
      @routes {unquote(path), unquote(name)}
      def unquote(name)(var!(params)), do: unquote(body)
    end
  end
  defmacro scope(prefix, do: block) do
    quote do
      old = @prefix_stack
      @prefix_stack [unquote(prefix) | old]
      unquote(block)
      @prefix_stack old
    end
  end
  defmacro __before_compile__(env) do
    routes = Module.get_attribute(env.module, :routes)
    for {path, name} <- Enum.reverse(routes) do
      quote do
        def call(unquote(path), params), do: unquote(name)(params)
      end
    end ++ [quote do
      def call(_, _), do: {404, @opts}
    end]
  end
end
defmodule App do
  @prefix_stack []
  use Nested, name: "app"
  get "/a" do
    {:a, params}
  end
  scope "/api" do
    get "/b" do
      {:b, params}
    end
    @inner @prefix_stack
  end
  def inner, do: {@inner, @prefix_stack}
end
IO.inspect({App.call("/a", 1), App.call("/b", 2), App.call("/c", 3), App.inner()})
defmodule Enumish do
  defmacro defenum(name, values) do
    quote bind_quoted: [name: name, values: values] do
      defmodule Module.concat(__MODULE__, name) do
        @values values
        for {k, v} <- values do
          def value(unquote(k)), do: unquote(v)
          def key(unquote(v)), do: unquote(k)
        end
        def all, do: @values
        defguard is_valid(x) when x in unquote(Keyword.values(values))
      end
    end
  end
end
defmodule Types do
  require Enumish
  Enumish.defenum(Color, red: 1, blue: 2)
end
IO.inspect({Types.Color.value(:red), Types.Color.key(2), Types.Color.all()})
defmodule Chk do
  require Types.Color
  def c(v), do: (case v do x when Types.Color.is_valid(x) -> :valid; _ -> :invalid end)
end
IO.inspect({Chk.c(2), Chk.c(7)})
defmodule Beh do
  @callback run(term) :: term
  defmacro __using__(_) do
    quote do
      @behaviour Beh
      def run(x), do: {:default, x}
      defoverridable run: 1
    end
  end
end
defmodule Imp do
  use Beh
  def run(x), do: {:mine, super(x)}
end
IO.inspect(Imp.run(1))
defmodule Reg do
  @table for i <- 1..3, into: %{}, do: {i, i * i}
  def sq(i), do: Map.fetch!(@table, i)
  for {k, v} <- @table, do: (def unquote(:"sq#{k}")(), do: unquote(v))
  @external_resource __ENV__.file
  @doc false
  def __info2__, do: {__MODULE__, __ENV__.module, __ENV__.function}
end
IO.inspect({Reg.sq(2), Reg.sq3(), Reg.__info2__()})
