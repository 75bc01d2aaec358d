
#---
# a comment
#---
a
#---
a

b
#---


a


b


#---
a # x
# y
b # z
#---
a; b
#---
a; b; c;
#---
a;
b;
#---
;a
#---
(a)
#---
(a; b)
#---
(a;)
#---
(
a
b
)
#---
(

a

)
#---
()
#---
(())
#---
((a))
#---
((a; b))
#---
(a)(b)
#---
(!a)
#---
(not a)
#---
(-a)
#---
(unquote_splicing(a))
#---
!a
#---
not a
#---
(a -> b)
#---
(a, b -> c)
#---
((a, b) -> c)
#---
((a) -> c)
#---
(() -> c)
#---
(-> c)
#---
((a, b) when c -> d)
#---
(a, b when c -> d)
#---
(() when c -> d)
#---
(a -> b; c -> d)
#---
(a -> b
 c -> d)
#---
(a, b: 1 -> c)
#---
((a, b: 1) -> c)
#---
((a -> b))
#---
@type f :: (() -> a)
#---
@type f :: (a, b -> c)
#---
@type f :: (... -> c)
#---
@type f :: ([a] -> c) | nil
#---
@type f :: [...]
#---
@spec f((a -> b), [a]) :: [b] when a: var, b: var
#---
@spec a + b :: c
#---
@spec f() :: no_return
#---
fn a -> b end
#---
fn -> a end
#---
fn () -> a end
#---
fn(a) -> a end
#---
fn (a, b) -> a end
#---
fn(a, b) when a > b -> a end
#---
fn a, b when a > b -> a end
#---
fn a when is_integer(a) when is_float(a) -> a end
#---
fn [a | b], {c, d}, %{e: f} -> a end
#---
fn a \\ 1 -> a end
#---
fn a: 1 -> a end
#---
fn a, b: c -> a end
#---
fn
  1 -> a
  2 -> b
end
#---
fn
  1 ->
    a
    b

  2 ->
    c
end
#---
fn 1 -> a; 2 -> b end
#---
fn 1 -> a; b; 2 -> c end
#---
fn
  :a, 1 -> x
  :b, 2 when y -> z
  _, _ -> nil
end
#---
fn -> a; b end
#---
fn ->
  a
  b
end
#---
fn -> fn -> a end end
#---
fn x -> fn y -> x + y end end
#---
fn x -> x end.(1)
#---
(fn x -> x end).(1)
#---
fn x -> !x end
#---
fn x -> -x end
#---
fn x -> (a; b) end
#---
fn {:ok, x} -> x
   {:error, _} = e -> e
end
#---
fn x ->
  # nothing here yet
  x
  # nor here
end
#---
fn ->
end
#---
fn x -> end
#---
if a do
  b
end
#---
if a do
  b
else
  c
end
#---
if a do
else
end
#---
if a do b else c end
#---
if a do b; c else d; e end
#---
if a do !b end
#---
if a do
  not b
else
  !c
end
#---
if (a) do b end
#---
if(a) do b end
#---
if a == b do c end
#---
if a do
  if b do
    c
  end
else
  d
end
#---
if a do b end |> c
#---
x = if a do b end
#---
x =
  if a do
    b
  else
    c
  end
#---
unless a do
  b
else
  c
end
#---
cond do
  a -> b
  c > d -> e
  true -> f
end
#---
case a do
  b -> c
end
#---
case a do
  1 -> b
  2 when c -> d
  x when x in [1, 2] and y -> z
  _ -> nil
end
#---
case a do
  {:ok, b} ->
    c
    d

  {:error, e} ->
    f
end
#---
case a do
  b -> c; d
  e -> f; g;
end
#---
case a do
  b -> c;
end
#---
case a do
  b -> c;
  d -> e;
end
#---
case a do 1 -> b; 2 -> c end
#---
case a do
  b ->
  c -> d
end
#---
case a do
  1 -> x
  y
  2 -> z
end
#---
case f x do
  1 -> f
  2 -> g.h
  3 -> i
end
#---
case a do
  f x -> 1
end
#---
case a, do: (1 -> 2; 3 -> 4)
#---
case a do
  (b) -> c
  (d when e) -> f
  [] -> g
  "a" <> b -> b
  %{a: b} = c -> d
  ^x -> y
  <<a::8>> -> a
  -1 -> z
  nil -> 1
  a | b -> c
end
#---
case {a, b} do
  {1, _} -> :x
  {_, 2} -> :y
end
#---
receive do
  {:a, b} -> c
  _ -> d
after
  1000 -> e
end
#---
receive do
after
  0 -> :ok
end
#---
receive do
after 100 -> :ok
end
#---
receive do
  {from, ref, msg} when is_pid(from) and ref == x ->
    send(from, msg)
    loop()
after
  @timeout ->
    exit(:timeout)
end
#---
receive do x -> x after 10 -> nil end
#---
try do
  a
rescue
  b -> c
end
#---
try do
  a
rescue
  e in RuntimeError -> e.message
  e in [ArgumentError, KeyError] -> e
  ArithmeticError -> x
  _ -> y
catch
  :exit, r -> r
  :throw, v when v > 1 -> v
  x -> x
else
  1 -> 2
  _ -> 3
after
  d
  e
end
#---
try do a after b end
#---
try do
  raise "x"
rescue
  e -> reraise e, __STACKTRACE__
end
#---
with {:ok, a} <- b(),
     {:ok, c} <- d(a) do
  c
end
#---
with {:ok, a} <- b(),
     x = a + 1,
     {:ok, c} when c > x <- d(a) do
  c
else
  {:error, e} -> e
  _ -> nil
end
#---
for x <- xs do
  x
end
#---
for x <- xs, y <- ys, x > y, into: MapSet.new() do
  {x, y}
end
#---
for x <- xs, reduce: %{} do
  acc -> Map.put(acc, x, 1)
end
#---
for x <- xs,
    y <- ys,
    do: {x, y}
#---
quote do
  unquote(a)
  unquote_splicing(b)
end
#---
quote do
  unquote_splicing(b)
end
#---
quote bind_quoted: [a: a] do
  a
end
#---
quote location: :keep, do: a
#---
defmodule A do
end
#---
defmodule A do
  @moduledoc false
  use GenServer
  alias B.C
  import D, only: [e: 1]
  require Logger

  @a 1
  @b [1, 2]
  defstruct a: 1, b: nil

  def start_link(opts \\ []), do: GenServer.start_link(__MODULE__, opts, name: __MODULE__)

  @impl true
  def init(x), do: {:ok, x}

  @impl true
  def handle_call({:get, k}, _from, s) do
    {:reply, Map.get(s, k), s}
  end

  def handle_call(:all, _, s), do: {:reply, s, s}

  defp p(a) when a > 1 and a < 2 or is_nil(a) do
    a
  rescue
    _ -> nil
  after
    x
  end
end
#---
defmodule A.B do
  defmodule C do
    def d, do: 1
  end
end
#---
def f(a) do
  a
end
#---
def f(a)
    when a > 1
    when a < 2 do
  a
end
#---
def f(
      a,
      b
    ) do
  a
end
#---
def f do
  a
end
#---
def f() do
end
#---
def f, do: a
#---
def f(a),
  do: a
#---
def f(a)
#---
def f a, b do
  c
end
#---
defp f(a), do: if(a, do: b, else: c)
#---
defmacro m(a) do
  quote do
    x = unquote(a)
    x
  end
end
#---
defmacro __using__(_opts) do
  quote do
    def f, do: 1
  end
end
#---
defprotocol P do
  @spec f(t) :: any
  def f(x)
end
#---
defimpl P, for: Integer do
  def f(x), do: x
end
#---
defimpl P, for: [A, B], do: (def f(x), do: x)
#---
foo do
  a
end
#---
foo do a end
#---
foo do end
#---
foo() do end
#---
foo a do end
#---
foo a, b do end
#---
foo a, b: 1 do end
#---
foo a: 1 do end
#---
foo(a) do end
#---
foo(a, b: 1) do end
#---
foo.bar do a end
#---
foo.bar() do a end
#---
foo.bar a do b end
#---
Foo.bar a, b do c end
#---
foo bar do a end
#---
foo bar(a) do b end
#---
foo bar a do b end
#---
foo bar a, b do c end
#---
foo(bar do a end)
#---
foo(bar a do b end)
#---
a = foo do b end
#---
a = foo b do c end
#---
a + foo b do c end
#---
foo a + b do c end
#---
foo a |> b do c end
#---
a |> foo do b end
#---
a |> foo b do c end
#---
a |> foo(b) do c end
#---
foo a do b end do c end
#---
foo(a) do b end |> c
#---
foo [a] do b end
#---
foo fn -> a end do b end
#---
foo fn x -> bar do x end end do b end
#---
foo not a do b end
#---
foo !a do b end
#---
foo @a do b end
#---
@foo do a end
#---
@foo a do b end
#---
foo %{a: 1} do b end
#---
foo(a)(b) do c end
#---
foo.(a) do c end
#---
foo do
  a -> b
end
#---
foo do
  -> b
end
#---
foo do
  a, b -> c
  () -> d
  (a, b) -> e
end
#---
foo do
  a when b -> c
  (a) when b -> c
  (a, b) when c -> d
  () when d -> e
end
#---
test "x" do
  assert a == b
end
#---
test "x", %{a: a} do
  assert a
end
#---
describe "a" do
  test "b" do
    :ok
  end
end
#---
a
|> b
|> c()
|> d(1)
#---
a
|> b

# a comment between
|> c
#---
a
# comment

|> b
#---
a |>
  b |>
  c
#---
a =
  b
#---
a +
  b
#---
a
+ b
#---
a
- b
#---
a
++ b
#---
a
<> b
#---
a
and b
or c
#---
a
&& b
|| c
#---
a
in b
#---
a
not in b
#---
a
when b
#---
a
:: b
#---
a
| b
#---
a
= b
#---
a
.b
#---
a
.b()
.c(1)
#---
a.
b
#---
a
.()
#---
Foo
.bar()
#---
Foo.
  Bar
#---
[
  a,
  b
]
#---
[
  a,
  # x
  b,
]
#---
[
  a: 1,
  b: 2
]
#---
[
  a
  | b
]
#---
{
  a,
  b
}
#---
{
  a,
  b,
  c,
}
#---
%{
  a: 1,
  b: 2
}
#---
%{
  "a" => 1,
  "b" => 2,
}
#---
%{
  a
  | b: 1,
    c: 2
}
#---
%A{
  a
  | b: 1
}
#---
foo(
  a,
  b
)
#---
foo(
  a,
  b: 1,
  c: 2
)
#---
foo a,
  b,
  c: 1
#---
foo a,
    # x
    b
#---
foo a, b: 1,
       c: 2
#---
foo(a, fn
  b -> c
  d -> e
end)
#---
foo(a, fn b ->
  c
end)
#---
foo(a, fn b -> c end, d)
#---
foo a, fn b ->
  c
end
#---
Enum.map(a, fn {k, v} -> {k, v} end)
|> Enum.into(%{})
#---
a = [
  1,
  2
] ++ b
#---
<<
  a::8,
  b::binary
>>
#---
(
  a
  |> b
)
#---
a
b
-c
#---
a
(b)
#---
a
[b]
#---
a
{b}
#---
foo
  bar
#---
x = foo
bar
#---
not
a
#---
!
a
#---
-
a
#---
&
a/1
#---
@
a
#---
a,
#---
@spec f(a) ::
        b
        | c
#---
@type t ::
        a
        | b
        | c
#---
@type t :: %{
        required(:a) => b,
        optional(:c) => d
      }
#---
@callback a(b) :: c
@optional_callbacks a: 1
#---
@doc """
a
"""
def f, do: 1
#---
"""
"""
#---
"""
a
"""
#---
"""
a
b
"""
#---
  """
  a
    b

  c
  """
#---
  """
  #{a}
  """
#---
  """
  a #{b} c
  d #{e}
  """
#---
  """
    #{a}
  b#{c}
  """
#---
  """
  #{a}#{b}
  """
#---
  """
  a \
  b
  """
#---
  """
  a\nb
  \tc
  """
#---
  """
  a "b" 'c' ""
  \"""
  """
#---
  """
   a
 b
  """
#---
'''
a
b
'''
#---
  '''
  a #{b}
  '''
#---
~s"""
a
"""
#---
  ~s"""
  a
  #{b}
  """
#---
  ~S"""
  a
  #{b}\n
  """
#---
  ~s'''
  a
  '''
#---
  ~w"""
  a b
  c
  """a
#---
  ~S'''
  a \''' b
  '''
#---
f("""
  a
  """)
#---
f(~s"""
  a
  """, b)
#---
x = """
a
""" <> b
#---
"a
b"
#---
"a
  #{b}
c"
#---
"#{
  a
}"
#---
"#{
  a
  b
}"
#---
"#{
  # x
  a
}"
#---
"#{case a do
  b -> "c"
end}"
#---
'a
b'
#---
~w(
  a
  b
)
#---
:"a
b"
#---
# only
# comments
#---
a # 1
|> b # 2
# 3
|> c # 4
#---
foo( # 1
  a, # 2
  b # 3
) # 4
#---
if a do # 1
  # 2
  b # 3
  # 4
else # 5
  # 6
  c
  # 7
end # 8
#---
case a do
  # 1
  b -> # 2
    # 3
    c
  # 4
  d -> e
  # 5
end
#---
fn # 1
  a -> b # 2
end
#---
%{ # 1
  a: 1, # 2
  # 3
  b: 2
}
#---
[ # 1
  1, # 2
  # 3
]
#---
a + # 1
  b
#---
def f(a, # 1
      b) do # 2
  a
end
#---
@a 1 # x
#---
with a <- b, # 1
     # 2
     c <- d do
  e
end
#---
a	+	b
#---
if	a do
	b
end
#---
a \
+ b
#---
foo \
  a, \
  b
#---
foo a, if b do c end
#---
foo a, (if b do c end)
#---
foo a do
  b
end
bar
#---
x.y do
  a
end
#---
a.b.c do end
#---
def a |> b do
  c
end
#---
def left ~> right, do: {left, right}
#---
def unquote(:"foo bar")(a), do: a
#---
def f(%{a: a} = m, [h | t], "x" <> r, <<a::8, r2::binary>>, {:ok, v}, ^p, _), do: v
#---
def f(%S{a: 1} = s), do: s
#---
def f(a: a, b: b), do: a
#---
def f(a, b: b), do: a
#---
spawn(fn ->
  receive do
    :stop -> :ok
  after
    100 -> :timeout
  end
end)
#---
Task.async(fn -> work() end) |> Task.await(1_000)
#---
pids = for i <- 1..3, do: spawn(fn -> loop(i) end)
Enum.each(pids, &send(&1, :go))
#---
{:ok, pid} = Agent.start_link(fn -> %{} end, name: :a)
Agent.update(pid, &Map.put(&1, :k, 1))
Agent.get(pid, & &1[:k])
#---
children = [
  {Counter, 0},
  %{id: :a, start: {A, :start_link, [[]]}},
  Supervisor.child_spec({B, []}, id: :b)
]
Supervisor.start_link(children, strategy: :one_for_one)
#---
Stream.iterate(1, &(&1 * 2)) |> Enum.take(3)
#---
put_in(a.b.c, 1)
update_in a[:b].c, & &1 + 1
#---
x = y |> case do
  1 -> 2
end
#---
if a, do: b,
else: c
#---
if a,
  do: b,
  else: c
#---
try do
  a
catch
  b -> c
after
  d
end |> e
#---
&(
  a
)
#---
&(a; b)
#---
fn a -> a
  b end
#---
a -> b
#---
do
#---
end
#---
foo end
#---
f(a
#---
[a
#---
{a
