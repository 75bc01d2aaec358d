foo
#---
foo()
#---
foo(1)
#---
foo 1
#---
foo(1, 2)
#---
foo 1, 2
#---
foo a: 1
#---
foo(a: 1)
#---
foo 1, a: 2, b: 3
#---
foo(1, a: 2, b: 3)
#---
foo [a: 1]
#---
foo([a: 1])
#---
foo(1, [a: 1])
#---
foo [1]
#---
foo[1]
#---
foo [1], 2
#---
foo (1)
#---
foo (1), 2
#---
foo (1 + 2) * 3
#---
foo {1, 2}
#---
foo %{a: 1}
#---
foo -> bar
#---
foo!
#---
foo?
#---
foo!(1)
#---
foo?(1)
#---
foo! 1
#---
foo? 1
#---
_foo
#---
_
#---
__MODULE__
#---
__MODULE__.foo
#---
__MODULE__.foo()
#---
__MODULE__.Foo
#---
__MODULE__.Foo.Bar
#---
__MODULE__.Foo.bar(1)
#---
%__MODULE__{}
#---
%__MODULE__{a: 1}
#---
%__MODULE__{x | a: 1}
#---
%__MODULE__.A{a: 1}
#---
%foo{}
#---
%_{}
#---
%^x{}
#---
%@x{a: 1}
#---
%Foo.Bar{a: 1, b: 2}
#---
%Foo{x | a: 1, b: 2}
#---
%foo.Bar{}
#---
%:foo{}
#---
Foo
#---
Foo.Bar
#---
Foo.Bar.Baz
#---
Foo . Bar
#---
Foo.bar
#---
Foo.bar()
#---
Foo.bar(1)
#---
Foo.bar 1
#---
Foo.bar 1, a: 2
#---
Foo.Bar.baz(1).qux
#---
foo.bar
#---
foo.bar()
#---
foo.bar(1)
#---
foo.bar 1
#---
foo.bar.baz
#---
foo.bar().baz
#---
foo.bar(1).baz(2)
#---
foo.()
#---
foo.(1)
#---
foo.(1, 2)
#---
foo.(a: 1)
#---
foo.bar.(1)
#---
foo().(1)
#---
foo(1)(2)
#---
foo(1)(2)(3)
#---
foo.bar(1)(2)
#---
foo.(1)(2)
#---
foo.(1).(2)
#---
:foo.bar
#---
:foo.bar()
#---
:foo.bar(1)
#---
:foo.bar 1
#---
:"foo bar".baz(1)
#---
:erlang.monotonic_time(:millisecond)
#---
:timer.sleep(10)
#---
:ets.new(:t, [:set, :public])
#---
foo."bar"
#---
foo."bar baz"
#---
foo."bar baz"()
#---
foo."bar baz"(1)
#---
foo.'bar'(1)
#---
foo."a#{b}"(1)
#---
Foo.+(1, 2)
#---
Foo.-(1)
#---
Foo.!(a)
#---
Foo.and(a, b)
#---
Foo.in(a, b)
#---
Foo.do(1)
#---
Foo.end
#---
Foo.fn()
#---
foo.nil
#---
foo.true
#---
foo.not(a)
#---
Kernel.<>(a, b)
#---
Kernel.|>(a, b)
#---
Kernel.==(a, b)
#---
Kernel.{}
#---
Foo.{A, B}
#---
Foo.{A, B.C}
#---
alias Foo.{A, B}
#---
alias Foo.Bar, as: Baz
#---
alias __MODULE__.{A}
#---
foo.{a}
#---
import Foo, only: [a: 1, b: 2]
#---
require Logger
#---
use GenServer
#---
use GenServer, restart: :temporary
#---
foo.Bar
#---
foo.Bar.Baz
#---
foo().Bar
#---
x[1]
#---
x[1][2]
#---
x[:a].b
#---
x.a[:b]
#---
x.a[:b].c[:d]
#---
x[y[z]]
#---
x[a + b]
#---
x[a: 1]
#---
x[a: 1, b: 2]
#---
x[[a: 1]]
#---
x["a"]
#---
x[-1]
#---
foo(1)[2]
#---
foo()[:a]
#---
%{a: 1}[:a]
#---
[a: 1][:a]
#---
{1, 2}[1]
#---
"a"[b]
#---
(a)[b]
#---
(a + b)[c]
#---
@a[b]
#---
@a[b][c]
#---
foo bar 1
#---
foo bar(1)
#---
foo bar 1, 2
#---
foo bar, baz 1
#---
foo(bar 1)
#---
foo(bar 1, 2)
#---
foo(bar(1), 2)
#---
foo bar.baz 1
#---
foo.bar baz 1
#---
foo.bar baz, 1
#---
if a, do: b
#---
if a, do: b, else: c
#---
if(a, do: b, else: c)
#---
if a, do: (b; c), else: d
#---
unless a, do: b
#---
def foo, do: 1
#---
def foo(a), do: a
#---
def foo(a) when a > 1, do: a
#---
def foo(a, b \\ 1), do: a + b
#---
defp foo(%{a: a} = b), do: a
#---
def a + b, do: c
#---
def unquote(name)(a), do: a
#---
def unquote(name)(), do: 1
#---
unquote(a).b
#---
unquote(a).(b)
#---
unquote_splicing(a)
#---
quote do: a
#---
quote(do: unquote(a) + 1)
#---
raise "x"
#---
raise ArgumentError
#---
raise ArgumentError, "x"
#---
raise ArgumentError, message: "x"
#---
throw :x
#---
throw {:a, 1}
#---
exit :normal
#---
exit(:shutdown)
#---
send pid, {:a, self()}
#---
send(pid, :x)
#---
spawn fn -> :ok end
#---
spawn(fn -> :ok end)
#---
spawn_link(fn -> :ok end) |> foo
#---
IO.puts "a"
#---
IO.puts("a" <> inspect b)
#---
IO.inspect a, label: "x"
#---
IO.inspect(a, label: "x") |> b
#---
import_file
#---
for x <- xs, do: x
#---
for x <- xs, y <- ys, x != y, do: {x, y}
#---
for x <- xs, into: %{}, do: {x, 1}
#---
for {k, v} <- m, into: %{}, do: {k, v}
#---
for <<c <- s>>, do: c
#---
for <<a::4, b::4 <- bin>>, do: {a, b}
#---
for x <- 1..3, reduce: 0 do acc -> acc + x end
#---
for(x <- xs, do: x)
#---
with {:ok, a} <- b, do: a
#---
with {:ok, a} <- b, {:ok, c} <- d(a), do: c, else: (_ -> nil)
#---
with a = b, {:ok, c} when c > 1 <- a, do: c
#---
case a, do: (b -> c)
#---
receive do: (x -> x)
#---
fn -> end
#---
assert a == b
#---
defstruct [:a, :b]
#---
defstruct a: 1, b: 2
#---
defstruct [:a, b: 1]
#---
defexception [:message]
#---
defexception message: "x"
#---
defdelegate a(b), to: C
#---
defguard is_a(x) when is_integer(x) and x > 0
#---
defmodule Foo, do: nil
#---
defmodule(Foo, do: (def a, do: 1))
#---
f.(x) |> g.(y)
#---
a.b.(c).d
#---
a. b
#---
a .b
#---
a . b
#---
foo()
#---
 foo ( )
#---
foo( 1 , 2 )
#---
foo(
#---
foo(a, b,)
#---
foo(a,
#---
x.y.z()
#---
x.()
#---
x. ()
#---
not_a_reserved_word
#---
do_something
#---
end_of(x)
#---
nilly
#---
truely
#---
fnord
#---
android
#---
Foo.bar!
#---
Foo.bar?(1)
#---
Foo.bar! 1
#---
send self(), :x
#---
self() |> send(:x)
#---
super(a)
#---
super a
#---
super
#---
binding()
#---
foo(&1)
#---
foo(& &1)
#---
foo(& &1, 1)
#---
foo(&(&1 + 1), 1)
#---
foo &bar/1, 1
#---
foo & &1
#---
foo fn a -> b end
#---
foo fn a -> b end, c
#---
foo(fn a -> b end, c)
#---
foo(fn -> a end)
#---
foo(fn a, b -> c end)
#---
foo a, fn -> b end
#---
foo.bar(a, &b/1)
#---
foo ~s(a)
#---
foo "a"
#---
foo 'a'
#---
foo :a
#---
foo ?a
#---
foo !a
#---
foo not a
#---
foo @a
#---
foo ^a
#---
foo <<1>>
#---
foo ..1
#---
foo %A{}
#---
foo Foo
#---
foo Foo, bar: 1
#---
foo 1.0
#---
foo 1..2
#---
foo a..b//c
#---
foo a |> b
#---
foo a = b
#---
foo a when b
#---
foo a :: b
#---
foo a <- b
#---
foo a, b <- c
#---
foo a in b
#---
foo a not in b
#---
foo a: b c
#---
foo a: b, c: d e
#---
foo "a": 1
#---
foo "a b": 1
#---
foo 'a': 1
#---
foo "a#{b}": 1
#---
foo(do: 1)
#---
foo do: 1
#---
foo do: 1, else: 2
#---
foo(a, do: 1)
#---
foo a do: 1
#---
foo if: 1, fn: 2, end: 3, do: 4, nil: 5, true: 6, and: 7, in: 8
#---
foo +: 1, -: 2, ==: 3, |>: 4, <<>>: 5, %{}: 6, {}: 7, ..: 8, ..//: 9, %: 10
#---
[if: 1, end: 2, when: 3]
#---
%{end: 1}.end
