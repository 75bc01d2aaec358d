defmodule Outer do
  defmodule Inner do
    def f, do: :inner
    defmodule Deep do
      def g, do: __MODULE__
    end
  end
  alias Outer.Inner.Deep, as: D
  def run, do: {Inner.f(), D.g(), Inner.Deep.g()}
end
IO.inspect(Outer.run())
alias Outer.{Inner, Inner.Deep}
IO.inspect({Inner.f(), Deep.g()})
