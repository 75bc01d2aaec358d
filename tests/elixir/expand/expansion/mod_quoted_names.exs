defmodule Gen do
  defmacro make(name) do
    quote do
      defmodule unquote(name) do
        def me, do: __MODULE__
      end
    end
  end
end
defmodule Use do
  require Gen
  Gen.make(Foo)
  Gen.make(Some.Bar)
  def run, do: {Foo.me(), Some.Bar.me()}
end
IO.inspect(Use.run())
