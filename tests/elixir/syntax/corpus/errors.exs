defmodule A do
  def f do
    1
end
#---
defmodule A do
  def f do
    1
  end
#---
defmodule A do
  def f(a) do
    if a do
      1
  end

  def g, do: 2
end
#---
defmodule A do
  def f do
    1
  end
  end
end
#---
end
#---
foo end
#---
fn x -> x
#---
f(fn x -> x)
#---
f(a
#---
f(a]
#---
f(a, [b, c)
#---
{a, b
#---
{a, b)
#---
[a, b
c
#---
a)
#---
a]
#---
a}
#---
<<a
#---
<<a}
#---
a >>
#---
(a
b
#---
if a do
  (b
end
#---
if a do
  [b, c
end
#---
"abc
#---
"abc
def
#---
'abc
#---
x = "abc
y = "def"
#---
"""
abc
#---
"""abc
"""
#---
'''
abc
#---
~s(abc
#---
~s"""
abc
#---
~r/abc
#---
~w[a b
#---
:"abc
#---
"a#{b
#---
"a#{b"
#---
"a#{b)}"
#---
"a#{b c d}"
#---
"a#{1 2}"
#---
a +
#---
a = 
#---
a |>
#---
a + * b
#---
a b c 1 2
#---
1 2
#---
1 a
#---
a 1 2
#---
"a" "b"
#---
"a" b
#---
a "b" "c"
#---
"a" 'b'
#---
:a :b
#---
a :b :c
#---
1 ?a
#---
1 ~s(a)
#---
1 "a#{b}"
#---
1 """
a
"""
#---
1.0 2.0
#---
Foo Bar
#---
Foo bar
#---
%{a: 1, b}
#---
%{a: 1 b: 2}
#---
%{a => }
#---
%{a: }
#---
%{, a}
#---
[a: 1, b]
#---
[a: 1, 2]
#---
[a, , b]
#---
[, a]
#---
f(a, , b)
#---
f(, a)
#---
f(a,)
#---
f(a: 1, b)
#---
f a: 1, b
#---
f(a:1)
#---
[a:1]
#---
%{a:1}
#---
%{"a": 1, :b => 2}
#---
{a: 1}
#---
foo(a b)
foo(a b, c)
#---
[a b, c]
#---
foo a, b c, d
#---
foo a b, c
#---
f(a -> b)
#---
a -> b
#---
x = a -> b
#---
if a -> b
#---
case a do
  b ->
  c -> d
end
#---
case a do
  1 -> x
  2 ->
end
#---
case a do
  b
  c -> d
end
#---
case a do
  x -> 1
  + y
end
#---
fn x x -> 1 end
#---
fn x end
#---
fn end
#---
fn
#---
fn x ->
#---
do
#---
do end
#---
a do
#---
if a do else
#---
if a do b else c
#---
if a then b
#---
else
#---
rescue
#---
after
#---
x = else
#---
if a, do: b else: c
#---
if a do: b
#---
if a, do b end
#---
def f(a) do: a
#---
def f(a), do a end
#---
def f(a)
  a
end
#---
def f(a) {
  a
}
#---
case a
  b -> c
end
#---
0x
#---
0xG
#---
0b2
#---
0o8
#---
1_
#---
1__0
#---
1a
#---
1.a
#---
1.0a
#---
1e5
#---
1.0e
#---
1.e5
#---
.5
#---
1..
#---
x.
#---
x.1
#---
x."
#---
Foo.
#---
?
#---
`a`
#---
$a
#---
a $ b
#---
a % b
#---
a # b
) c
#---
a ; ; b
#---
; ;
#---
a ? b : c
#---
a ++
#---
a = = b
#---
a == = b
#---
a <- 
#---
a || || b
#---
a and
#---
and b
#---
* a
#---
/ a
#---
|> a
#---
a
|> 
#---
|
#---
::
#---
=
#---
= a
#---
->
#---
=>
#---
a => b
#---
[a => b]
#---
%{a | b}
#---
%{a | b: 1 | c: 2}
#---
%a
#---
%
#---
%Foo
#---
%Foo(a)
#---
@
#---
&
#---
!
#---
not
#---
^
#---
in
#---
when
#---
true false
#---
nil nil
#---
a nil nil
#---
x true do
#---
Foo.Bar baz 1
#---
:Foo.Bar
#---
"foo".Bar
#---
foo.(a b)
#---
foo(a)(b)(c)
#---
(a)(b)
#---
foo (a, b)
#---
foo (a, b), c
#---
foo.bar (a, b)
#---
a.b.(c) d
#---
a not b
#---
a not in
#---
a in in b
#---
a..b..c
#---
a//b
#---
a..b//c//d
#---
a...b...c
#---
a &1 b
#---
& 1 2
#---
for x <- xs do x
#---
é = 1 2
#---
x = "é" 2
#---
a = 1;; b = 2
#---
foo(a; b)
#---
[a; b]
#---
foo(
  a
  b
)
#---
[
  a
  b
]
#---
[
  1
  2
]
#---
[
  a,
  b c
  d
]
#---
%{
  a: 1
  b: 2
}
#---
{
  1
  2
}
#---
foo a
  b
)
#---
foo a,
#---
foo a,

#---
foo a,
end
#---
foo [a,
b
end
#---
defmodule A do
  def f(x) do
    x +
  end
end
#---
defmodule A do
  def f(x) do
    x |>
  end
end
#---
defmodule A do
  def f(x do
    x
  end
end
#---
defmodule A do
  def f x) do
    x
  end
end
#---
defmodule A
  def f, do: 1
end
#---
defmodule A do
  @doc "abc
  def f, do: 1
end
#---
defmodule A do
  x = [1, 2
  y = 3
end
#---
IO.puts "a", "b" "c"
#---
IO.puts("hello"
#---
IO.puts("hello)
#---
IO.puts('hello)
#---
IO.puts "hello
IO.puts "world"
#---
receive do
  x -> x
after 100
end
#---
receive do
  {a, b} -> c
  d
end
#---
with a <- b, do
  c
end
#---
spawn(fn ->
  a
)
#---
spawn(fn -> a end
#---
spawn fn -> a end)
#---
Enum.map(a, fn x -> x + 1)
#---
Enum.map(a, fn x -> x + 1 end
|> b
#---
Enum.map(a, &(&1 + 1)
#---
x = %{a: 1, b: %{c: 2}
y
#---
x = {1, 2]
#---
"\u{110000}"
#---
"\xZ"
#---
"\u12"
#---
"\u{zz}"
#---
'\x{110000}'
#---
:"a\xZ"
#---
~s
#---
~s a
#---
~1
#---
~ss(a)
#---
~S(a
#---
foo!bar
#---
foo?bar
#---
Foo!
#---
foo@bar
#---
a!b
#---
Föo
#---
x = ²
#---
“a”
#---
a – b
#---
public class A { }
#---
<?php echo 1; ?>
#---
{"a": 1}
#---
#include <stdio.h>
int main() { return 0; }
#---
import os
def f(x):
    return x
#---
x = ,
#---
x = )
#---
x = end
#---
x = (
#---
(]
#---
([)]
#---
f(a, b
def c
#---
case x do
  1 -> "a
  2 -> "b"
end
#---
a b: 1 c: 2
#---
foo do a end do b end
#---
a do b end c
#---
a end b
#---
fn -> a end b
#---
(a b, c)
#---
x = if a do b end else c end
#---
if a do
  b
else if c do
  d
end
#---
if a do
  b
elsif c do
  d
end
#---
try do
  a
catch e -> b
finally
  c
end
#---
@a b c d e, f g, h
#---
a.{b
#---
a[b
#---
a[]
#---
a[b, c]
#---
a[
#---
%{a b}
#---
<<a b>>
#---
<<a b, c>>
#---
a when b when
#---
f a when
#---
&1.a.b 2 3
#---
f(&)
#---
f(@)
#---
f(a &)
#---
[1 2]
#---
[a 1 2]
#---
[a: 1 b: 2]
#---
[1, 2 3]
#---
{:ok 1}
#---
{:ok, 1 2}
#---
{ok: 1}
#---
def f(a b), do: a
#---
def (a), do: a
#---
def 1, do: a
#---
def f(a), do: a b c, d
#---
f(a) b
#---
f(a) 1
#---
f() g()
#---
f() "a"
#---
a.b "c" "d"
#---
"""
a
  """b
#---
  """
a
"""
)
#---
%{if 1, do: 2}
#---
%{a: b c, d}
#---
%{a => b c, d => e}
#---
%A{a 1, b: 2}
#---
defmodule A
do
  def f, do: 1
end
#---
x = if a
do
  b
end
#---
else: 1
#---
true:
#---
"" ""
#---
{"a#{b}": 1}
#---
& 1 + 1
#---
~w(a b)c1
#---
"\u
1
#---
not // x
