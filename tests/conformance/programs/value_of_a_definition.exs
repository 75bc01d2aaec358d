# What defmodule gives: the value of the last expression of its body.
show = fn {:module, name, _, value} -> IO.inspect({name, value}) end
show.(defmodule E1 do
  defexception [:message]
end)
show.(defmodule E2 do
  defexception message: "x"
end)
show.(defmodule E3 do
  defexception [:a]
end)
show.(defmodule E4 do
  defstruct [:a, b: 1]
  def x(%__MODULE__{}), do: 1
end)
show.(defmodule E5 do
  @enforce_keys [:a]
  defstruct [:a, b: 1]
end)
show.(defmodule E6 do
  @derive Inspect
  defstruct [:a, b: 1]
end)
show.(defmodule E7 do
  defguard is_x(a) when a == 1
end)
show.(defmodule E8 do
  defdelegate size(a), to: :erlang, as: :map_size
end)
show.(defmodule E9 do
  require Record
  Record.defrecord(:user, name: 1)
end)
show.(defmodule F1 do
  def a(x), do: x
  defoverridable a: 1
end)
show.(defmodule F2 do
  @callback a() :: 1
end)
show.(defmodule F3 do
  @type t :: 1
end)
show.(defmodule F4 do
  use Agent
end)
show.(defmodule F5 do
  use GenServer
  def init(x), do: {:ok, x}
  require Logger
end)
show.(defmodule F6 do
  use Supervisor
  def init(x), do: {:ok, x}
  import Enum, only: [count: 1]
  _ = count([])
end)
show.(defmodule F7 do
  fn -> 1 end
  [1, 2, {3, "a"}]
end)
show.(defmodule F8 do
  x = 1
  y = 2
  def a, do: unquote(x)
  {x, y}
end)
show.(defmodule F9 do
  for n <- [1, 2, 3], do: def unquote(:"a#{n}")(), do: unquote(n)
end) |> inspect |> String.length
show.(defmodule G1 do
  if true do
    :yes
  else
    :no
  end
end)
show.(defmodule G2 do
  defp a, do: 1
  def b, do: a()
  Module.get_attribute(__MODULE__, :x)
end)
show.(defmodule G3 do
  @x %{a: 1}
  @x
end)
show.(defmodule G4 do
  def a(x \\ 1), do: x
end)
defmodule Uses do
  defmacro __using__(_) do
    quote do
      @before_compile unquote(__MODULE__)
      @after_compile unquote(__MODULE__)
      def used, do: 1
    end
  end
  defmacro __before_compile__(_) do
    quote do
      def last, do: 2
    end
  end
  def __after_compile__(_, _), do: IO.puts("after")
end
show.(defmodule G5 do
  use Uses
end)
show.(defmodule G6 do
  use Uses
  def a, do: 1
  IO.puts("body")
  {:own, 1 + System.schedulers_online() * 0}
end)
show.(defmodule G7 do
  try do
    raise "x"
  rescue
    _ -> :rescued
  end
end)
show.(defmodule G8 do
  x = 5
  fn -> x end
end |> put_elem(3, 1))
show.(defprotocol P do
  def z(a)
end)
show.(defimpl P, for: Integer do
  def z(a), do: a
end)
show.(defmodule Empty do
end)
show.(defmodule Outer do
  defmodule Inner do
    7
  end

  :outer
end)
{:module, _, _, {:module, inner, _, value}} =
  defmodule Around do
    defmodule Within do
      8
    end
  end
IO.inspect({inner, value})
show.(defmodule Doc do
  @moduledoc "text"
end)
show.(defmodule Aliased do
  alias Foo.Bar, warn: false
end)
for n <- [1, 2] do
  show.(defmodule Module.concat(Counted, "A#{n}") do
    def a, do: unquote(n)
    n * 2
  end)
end
show.(Module.create(Made, quote(do: (def a, do: 1; 55)), Macro.Env.location(__ENV__)))
