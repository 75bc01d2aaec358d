a + b * c - d / e
#---
a ++ b ++ c -- d
#---
a <> b <> "c"
#---
a..b ++ c
#---
a ++ b..c
#---
1..10//2
#---
a..b//c
#---
first..last//step + 1
#---
a + 1..b - 1//c * 2
#---
x in 1..10//3
#---
..
#---
a = b = c
#---
a || b && c
#---
a or b and not c
#---
not a == b
#---
!a && b
#---
not x in y
#---
x not in y
#---
!x in y
#---
(not x) in y
#---
(!x) in y
#---
not (x in y)
#---
x not in y and z
#---
x not in 1..2
#---
a == b != c
#---
a === b !== c
#---
a =~ ~r/x/
#---
a < b <= c > d >= e
#---
a |> b |> c(d) |> e.f(g)
#---
a |> b.() |> c
#---
a <<< b >>> c
#---
a <~> b <|> c ~>> d <<~ e ~> f <~ g
#---
a &&& b ||| c
#---
a ^^^ b
#---
a ** b ** c
#---
-a ** b
#---
- a
#---
-a
#---
+a
#---
-1
#---
- 1
#---
+1
#---
--1
#---
a - -b
#---
a -b
#---
a - b
#---
a-b
#---
a -1
#---
a - 1
#---
a-1
#---
foo -1 + 2
#---
foo -x, y
#---
foo.bar -1
#---
foo +1
#---
foo - 1
#---
^a = b
#---
~~~a
#---
!a
#---
!!a
#---
not not a
#---
a when b
#---
a when b when c
#---
a :: b
#---
a :: b :: c
#---
a :: b | c | d
#---
a | b | c
#---
a <- b
#---
a \\ b
#---
a <- b <- c
#---
a \\ b \\ c
#---
x = y <- z
#---
a when b :: c
#---
f a when b
#---
@a
#---
@a + 1
#---
@a |> b
#---
@a.b
#---
@a.b.c(1)
#---
@a b c
#---
@a [1]
#---
@a[1]
#---
@a[:b][:c]
#---
@spec f(a) :: b when a: integer, b: atom
#---
@spec f(a, b) :: {:ok, a} | {:error, b}
#---
@type t :: %__MODULE__{a: integer, b: [t]}
#---
@type t(a) :: a | nil
#---
@callback f(term) :: {:ok, new :: term} | :ignore
#---
@doc "x"
#---
@doc false
#---
@moduledoc """
  x
  """
#---
@a %{b: 1}
#---
@a -1
#---
@a - 1
#---
@timeout 5_000
#---
@impl true
#---
&1
#---
&1 + &2
#---
&(&1 + &2)
#---
&(&1)
#---
&foo/1
#---
&Mod.foo/1
#---
&Mod.Sub.foo/2
#---
&mod.foo/2
#---
&+/2
#---
&Kernel.+/2
#---
&>=/2
#---
&!/1
#---
&and/2
#---
&in/2
#---
&|>/2
#---
&{&1, &2}
#---
&[&1 | &2]
#---
&%{a: &1}
#---
&"#{&1}!"
#---
&foo(&1, x)
#---
&foo.(&1)
#---
&(&1).x
#---
&(&1.x)
#---
& &1
#---
& &1.name
#---
& &1 + 1
#---
& &1[:a]
#---
& foo(&1) |> bar
#---
&(!&1)
#---
&(not &1)
#---
&not/1
#---
&Map.get(&1, :a, &2)
#---
Enum.map(xs, & &1 * 2)
#---
Enum.map xs, &(&1 * 2)
#---
Enum.reduce(xs, 0, &+/2)
#---
& &1 == x and &2 != y
#---
a && &1
#---
a = &foo/1
#---
a = & &1
#---
f = &(&1 <> "x")
#---
x |> (&(&1 + 1)).()
#---
x |> then(&(&1 + 1))
#---
a.b + c.d
#---
a.b.c.d
#---
a <> b.c <> d[e]
#---
1 + if a do b end
#---
x = if a, do: b, else: c
#---
a = b || c
#---
a = b and c
#---
a != nil && a > 0 || b
#---
{a, b} = c
#---
[h | t] = l
#---
[a, b | c]
#---
[a | b | c]
#---
[a: 1, b: 2]
#---
%{} = x
#---
x = y = z + 1
#---
a <- b, c
#---
a * -b
#---
a * - b
#---
a / -1
#---
a|b
#---
a||b
#---
a&&b
#---
a|>b
#---
a=b
#---
a==b
#---
a!=b
#---
a<b
#---
a>b
#---
a..b
#---
a...b
#---
a<>b
#---
a++b
#---
a::b
#---
a->b
#---
(a -> b)
#---
a+b
#---
a*b
#---
a/b
#---
1+2
#---
1-2
#---
1 -2
#---
a.b-1
#---
a.b -1
#---
f(a)-1
#---
f(a) -1
#---
x[1]-1
#---
x[1] -1
#---
&&/2
#---
a and b or c and d
#---
true and false or nil
#---
a |> case do b -> c end
#---
not(a)
#---
not(a) and b
#---
!(a)
#---
!(a) && b
#---
-(a)
#---
-(a + b) * c
#---
+(-a)
#---
not a.b
#---
!a.b
#---
!a[b]
#---
-a.b
#---
^a.b
#---
-f(x)
#---
@f(x)
#---
!f x
#---
not f x
#---
a + f b, c
#---
a = f b, c
#---
a |> f b, c
#---
fun.(a).(b)
#---
a in b in c
#---
a in [1, 2] or b
#---
a not in [1, 2] || b
#---
a === :b
#---
a \\ nil
#---
def f(a \\ 1, b \\ [])
#---
a ~> b
#---
a and not b in c
#---
a == not b
#---
a <> "b" |> c
#---
a ++ b |> c
#---
1..2 |> c
#---
a..b |> c
#---
-1..-2
#---
-1..-2//-1
#---
0..-1//1
#---
x - 1..y
#---
a = 1..2
