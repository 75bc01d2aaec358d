# It is not told that an alias or an import is unused where warn: false says so.
defmodule Quiet do
  alias Some.One, warn: false
  alias Some.Other
  alias Some.{Third, Fourth}, warn: false
  import Enum, warn: false
  import List, only: [first: 1, last: 1], warn: false
  import Map, only: [get: 2], warn: true
  require Integer, as: Whole, warn: false

  def run(list), do: first(list)
end

defmodule Writes do
  defmacro __using__(_) do
    quote do
      alias Some.Fifth
      alias Some.Sixth, warn: true
      import String, warn: true
    end
  end
end

defmodule Uses do
  use Writes
end

IO.inspect(Quiet.run([1]))
