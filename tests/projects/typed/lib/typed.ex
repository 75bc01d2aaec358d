defmodule Typed.Other do
  defstruct [:a, b: 1]
  @type t :: %__MODULE__{a: integer}
end
defmodule Typed.First do
  alias Typed.Other, as: O
  require Record
  Record.defrecord(:rec, a: 1, b: nil)
  @type t1 :: integer | :a | nil | 1 | 1..5 | -3
  @type t2(x, y) :: {x, y, [x], [y, ...], []}
  @opaque t3 :: %{optional(atom) => integer, required(:k) => float, a: String.t(), b: O.t}
  @typep t4 :: (-> integer) | (integer, float -> any) | (... -> any)
  @type t5 :: t4 | fun | function | (() -> atom)
  @type t6 :: %O{a: integer} | %O{} | %{} | map | tuple | {} | struct | keyword | keyword(t1) | charlist | as_boolean(t1) | list | list(atom) | nonempty_list(atom) | maybe_improper_list
  @type t7 :: <<>> | <<_::8>> | <<_::_*8>> | <<_::16, _::_*4>> | binary | bitstring
  @type t8 :: [a: integer, b: atom] | [{:x, t1}] | {:ok, name :: term} | O.t | t2(atom, x :: t1) | __MODULE__.t1 | :erlang.timestamp
  @type t9 :: record(:rec, a: integer) | module | mfa | no_return | timeout | node | iodata | pid | arity | byte | char | number | true | boolean
  @callback foo(a :: integer, b) :: {:ok, b} when b: atom
  @callback foo(atom) :: atom
  @callback bar :: :ok
  @macrocallback mac(Macro.t) :: Macro.t
  @spec f(integer) :: integer
  @spec f(a) :: a when a: atom
  @spec f(x) :: [x] when x: var
  def f(x), do: x
  @spec g() :: :ok
  def g(), do: :ok
  @optional_callbacks bar: 0
end
defmodule Typed.Second do
  @typep p1 :: atom
  @typep p2 :: p1
  @type a :: p2
  @opaque o1 :: 1
  @opaque o2 :: 1
  @type b :: (... -> atom)
  @type c :: fun()
  @type d :: %{String.t => atom, x: 1}
  @type e :: (a |
    b |
    c)
  @type f ::
     a
     | b
  @type g :: [...] | [a, ...] | (integer) | nonempty_charlist | %__MODULE__{}
  @type h :: %{required(a) => b, optional(:c) => d}
  @type i :: [a | b] | [{a, b}] | [{:k, a} | b] | node() | -1..1 | ?a
  defstruct [:z, :y]
  defmacro m(x), do: x
  @spec m(Macro.t) :: Macro.t
  @spec g(a, b) :: {a, b} when a: atom, b: var
  def g(_, _), do: 1

  @callback cb :: {x, x} when x: term
  @callback cc(pid) ::
     {:ok, a}
     | b
end
defmodule Typed.Records do
  require Record
  Record.defrecord(:foo, :tag, atom: nil, list: [])
  Record.defrecordp :one, a: 1
  @type t :: record(:foo)
  @type u :: record(:foo, list: integer, atom: 1)
  @type v :: record(:one, a: pid)
  def x, do: one()
end
