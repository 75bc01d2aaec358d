# Modules whose names, or whose outer variables, are known only when the code around them runs.
defmodule DefaultTest do
  defmacro __using__(opts) do
    quote bind_quoted: [opts: opts] do
      @opts opts
      def opts, do: @opts
      if opts[:extra] do
        def extra, do: unquote(opts[:extra])
      end
      for {k, v} <- opts do
        def get(unquote(k)), do: unquote(v)
      end
      def get(_), do: nil
    end
  end
end
defmodule UsesIt do
  use DefaultTest, a: 1, extra: 2
end
IO.inspect {UsesIt.opts, UsesIt.extra, UsesIt.get(:a), UsesIt.get(:zz)}
t = self()
defmodule Inner do
  def x(pid), do: send(pid, :hi)
  def t, do: :t
end
IO.inspect Inner.x(t)
v = 12
defmodule Inner2 do
  @v v
  def v, do: @v
  def w, do: unquote(v) + 1
end
IO.inspect {Inner2.v, Inner2.w}
f = fn n ->
  defmodule :"Elixir.Loop#{n}" do
    use GenServer
    @n n
    def start_link(x), do: GenServer.start_link(__MODULE__, x)
    def init(x), do: {:ok, x + @n}
    def handle_call(:get, _, s), do: {:reply, s, s}
  end
end
for n <- 1..3, do: f.(n)
for n <- 1..3 do
  m = Module.concat([:"Loop#{n}"])
  {:ok, p} = m.start_link(10)
  IO.inspect GenServer.call(p, :get)
end
defmodule Macros do
  defmacro twice(x), do: quote(do: unquote(x) * 2)
end
defmodule G do
  def make(n) do
    defmodule Module.concat(["Gen", n]) do
      require Macros
      import Macros
      def x(y), do: twice(y)
    end
  end
end
G.make("A")
IO.inspect Gen.A.x(4)
