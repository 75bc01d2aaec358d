# A schema, deriving, exceptions in a loop, delegates, plugs: what libraries make of macros.
defmodule Schema do
  defmacro __using__(_) do
    quote do
      import Schema, only: [schema: 2]
      @primary_key {:id, :integer, autogenerate: true}
      @before_compile Schema
      Module.register_attribute(__MODULE__, :schema_fields, accumulate: true)
      Module.register_attribute(__MODULE__, :assocs, accumulate: true)
    end
  end
  defmacro schema(source, do: block) do
    prelude = quote do
      @source unquote(source)
      if @primary_key do
        {n, t, o} = @primary_key
        Schema.__field__(__MODULE__, n, t, o)
      end
      try do
        import Schema
        unquote(block)
      after
        :ok
      end
    end
    postlude = quote unquote: false do
      fields = @schema_fields |> Enum.reverse()
      names = Enum.map(fields, &elem(&1, 0))
      defstruct Enum.map(fields, fn {n, _, opts} -> {n, opts[:default]} end)
      def __schema__(:source), do: @source
      def __schema__(:fields), do: unquote(names)
      for {n, t, _} <- fields do
        def __schema__(:type, unquote(n)), do: unquote(Macro.escape(t))
      end
      def __schema__(:type, _), do: nil
    end
    quote do
      unquote(prelude)
      unquote(postlude)
    end
  end
  defmacro field(name, type \\ :string, opts \\ []) do
    quote do
      Schema.__field__(__MODULE__, unquote(name), unquote(type), unquote(opts))
    end
  end
  defmacro timestamps(opts \\ []) do
    quote bind_quoted: binding() do
      Schema.__field__(__MODULE__, :inserted_at, Keyword.get(opts, :type, :naive), [])
    end
  end
  def __field__(mod, name, type, opts) do
    if Enum.any?(Module.get_attribute(mod, :schema_fields), fn {n, _, _} -> n == name end) do
      raise ArgumentError, "field #{inspect(name)} is already set on schema"
    end
    Module.put_attribute(mod, :schema_fields, {name, type, opts})
  end
  defmacro __before_compile__(env) do
    n = length(Module.get_attribute(env.module, :schema_fields))
    quote do
      def __count__, do: unquote(n)
    end
  end
end
defmodule User do
  use Schema
  schema "users" do
    field :name
    field :age, :integer, default: 3
    field :tags, {:array, :string}
    timestamps type: :utc
  end
end
IO.inspect({User.__struct__(), User.__schema__(:source), User.__schema__(:fields), User.__schema__(:type, :tags), User.__schema__(:type, :x), User.__count__()})
defprotocol Size do
  @fallback_to_any true
  def size(x)
end
defimpl Size, for: Any do
  defmacro __deriving__(module, struct, opts) do
    n = map_size(struct)
    quote do
      defimpl Size, for: unquote(module) do
        def size(_), do: {unquote(n), unquote(opts)}
      end
    end
  end
  def size(_), do: :any
end
defmodule D1 do
  @derive {Size, only: [:a]}
  defstruct [:a, :b]
end
for {t, v} <- [{Integer, :int}, {BitString, :bin}] do
  defimpl Size, for: t do
    def size(_), do: unquote(v)
  end
end
IO.inspect({Size.size(struct(D1)), Size.size(1), Size.size("a"), Size.size(:x)})
defmodule Errs do
  for {n, msg} <- [NotFound: "not found", Denied: "denied"] do
    defmodule Module.concat(__MODULE__, n) do
      defexception message: msg, code: byte_size(msg)
    end
  end
end
try do raise Errs.NotFound rescue e -> IO.inspect(e) end
try do raise Errs.Denied, code: 1 rescue e -> IO.inspect(e) end
defmodule Del do
  for f <- [:upcase, :downcase] do
    defdelegate unquote(f)(s), to: String
  end
  defdelegate len(s), to: String, as: :length
  defmacro trace(expr) do
    s = Macro.to_string(expr)
    quote do
      r = unquote(expr)
      {unquote(s), r}
    end
  end
  defmacro pre(expr) do
    Macro.prewalk(expr, fn
      {:+, m, [a, b]} -> {:*, m, [a, b]}
      x -> x
    end)
  end
end
defmodule UseDel do
  require Del
  def t, do: Del.trace(1 + 2 * 3)
  def p, do: Del.pre(2 + 3 + 4)
  @compile {:inline, t: 0}
  @spec q(integer) :: integer
  def q(x) when is_integer(x) and x > 0, do: x
  def q(x) when x in [-1, -2], do: :neg
  def q(_), do: :other
end
IO.inspect({Del.upcase("a"), Del.len("abc"), UseDel.t(), UseDel.p(), UseDel.q(3), UseDel.q(-2), UseDel.q(:z)})
defmodule Plug do
  defmacro __using__(_) do
    quote do
      import Plug
      Module.register_attribute(__MODULE__, :plugs, accumulate: true)
      @before_compile Plug
    end
  end
  defmacro plug(name, opts \\ []) do
    quote do: @plugs {unquote(name), unquote(opts)}
  end
  defmacro __before_compile__(env) do
    plugs = Module.get_attribute(env.module, :plugs)
    body = Enum.reduce(plugs, quote(do: conn), fn {n, o}, acc ->
      quote do
        conn = unquote({n, [], [acc, o]})
        conn
      end
    end)
    quote do
      def call(conn), do: unquote(body)
    end
  end
end
defmodule Pipe do
  use Plug
  plug :one, x: 1
  plug :two
  def one(c, o), do: [{:one, o} | c]
  def two(c, o), do: [{:two, o} | c]
end
IO.inspect(Pipe.call([]))
