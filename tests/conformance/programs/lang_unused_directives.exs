# Aliases and imports of the same name take each other's place in what is warned of; types use aliases.
defmodule A.B do
  defstruct [:x]
  @type t :: %__MODULE__{}
end
defmodule I1 do
  import Enum, only: [map: 2, count: 1]
  defmodule I2 do
    import Enum, only: [map: 2]
    def f(x), do: map(x, & &1)
  end
end
defmodule I3 do
  import Enum
  def g(x), do: Enum.count(x)
  def f(x) do
    import Enum
    import List
    x
  end
end
defmodule T do
  alias A.B
  alias A.B, as: C
  alias A.B, as: D
  alias A.B, as: E
  alias A.B, as: F
  @type t(x) :: {x, [C.t()]}
  @typep p :: %D{x: integer}
  @callback z(E.t()) :: p
  @spec f(x) :: t(x) when x: F.t()
  def f(x), do: x
end
defmodule U do
  alias A.B
  alias A.B, as: C
  def f, do: "B"
  @doc "B"
  def g(x), do: x.b
end
defmodule O do
  defstruct [:v]
  @behaviour Access
  @impl Access
  def fetch(_, _), do: :error
  @impl Access
  def get_and_update(x, _, _), do: {1, x}
  @impl Access
  def pop(x, key, default \\ nil), do: {key, default, x}
end
