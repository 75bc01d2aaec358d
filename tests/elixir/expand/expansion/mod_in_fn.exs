defmodule A do
  def make do
    defmodule Dyn do
      def x, do: :dyn
    end
    Dyn.x()
  end
end
IO.inspect(A.make())
