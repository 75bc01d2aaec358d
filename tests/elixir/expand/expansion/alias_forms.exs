defmodule Foo.Bar do
  def x, do: __MODULE__
  defmodule Baz do
    def y, do: 1
  end
end
alias Foo.Bar
IO.inspect(Bar.x())
alias Foo.Bar, as: B
IO.inspect(B.x())
alias Foo.Bar.Baz
IO.inspect(Baz.y())
alias Foo.{Bar}
IO.inspect(Bar.Baz.y())
defmodule Zed do
  alias __MODULE__, as: Me
  alias __MODULE__.Sub
  defstruct [:a]
  defmodule Sub do
    def z, do: 1
  end
  def new, do: %Me{a: 1}
  def s, do: Sub.z()
end
IO.inspect({Zed.new(), Zed.s()})
