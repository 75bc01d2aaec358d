# Names that a macro's code makes an alias are its own: others are not.
defmodule Deep.Load do
  defstruct [:x]
end

defmodule Deep.Payload do
  def v, do: :deep
end
defmodule Payload do
  def v, do: :top
end
defmodule Other.Payload do
  def v, do: :other
end
defmodule Mac do
  defmacro gen do
    quote do
      alias Deep.Payload
      def a, do: Payload.v()
    end
  end
  defmacro plain, do: (quote do Payload.v() end)
  defmacro nested do
    quote do
      fn ->
        alias Deep.Payload, as: Q
        {Q.v(), Payload.v()}
      end
    end
  end
  alias Other.Payload
  defmacro known, do: (quote do Payload.v() end)
end
defmodule Use do
  require Mac
  Mac.gen()
  def b, do: Mac.plain()
  def c, do: Mac.known()
  def n, do: Mac.nested().()
end
defmodule Use2 do
  require Mac
  alias Other.Payload
  def b, do: {Mac.plain(), Mac.known(), Payload.v()}
  Mac.gen()
  def d, do: Payload.v()
end
IO.inspect({Use.a(), Use.b(), Use.c(), Use.n(), Use2.b(), Use2.a(), Use2.d()})
defmodule Mac2 do
  defmacro gen do
    quote generated: true do
      for n <- [:a, :b] do
        def unquote({:unquote, [], [quote(do: n)]})() do
          alias Deep.Load
          %Load{x: 1}
        end
      end
    end
  end
  defmacro __before_compile__(_env) do
    quote unquote: false do
      for n <- [:c, :d] do
        def unquote(n)(y) do
          alias Deep.Load
          require Logger
          z = y
          %Load{x: {unquote(n), z}}
        end
      end
    end
  end
end
defmodule Use3 do
  require Mac2
  @before_compile Mac2
  Mac2.gen()
end
IO.inspect({Use3.a(), Use3.d(2)})
