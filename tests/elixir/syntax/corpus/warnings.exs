x = ()
#---
case 1 do
  1 ->
end
#---
not a in b
#---
!a in b
#---
x = not a in b and c
#---
f(a, b: 1,)
#---
f(a: 1, )
#---
["foo": 1]
#---
["foo": 1, "bar!": 2, "a b": 3, "A": 4, "é": 5]
#---
%{"foo": 1, "a b": 2}
#---
:"foo"
#---
:"foo bar"
#---
:'foo'
#---
a."foo"()
#---
a."foo bar"()
#---
"""
   a
 b
  """
#---
x = """
  a

 b
 c
  """
#---
foo("""
  a #{b}
 c
  """)
#---
a = ~s"""
  a
 b
  """
#---
'''
  a
 b
  '''
#---
? 
#---
?	
#---
[? , ?a]
#---
?
#---
fn -> end
#---
(a -> )
#---
fn -> 1; 2 end
#---
a ^^^ b
#---
a = 1 |> f b
#---
a |> f b |> g c
#---
a |> f.b c
#---
a |> f do b end
#---
a |> f b do c end
#---
a ~> f b
#---
a <<< f b
#---
a + f b
#---
a |> f(b)
#---
a |> (f b)
#---
a |> f
#---
x = a |> f b, c
#---
a |> f x: 1
#---
a |> f [1]
#---
a?=1
#---
a!=1
#---
a! = 1
#---
a! == 1
#---
a!==1
#---
if a, do: (), else: 1
#---
(a)
#---
foo ()
#---
a not in b
#---
not (a in b)
#---
f(a,
  b: 1,
)
#---
[a: 1,]
#---
%{a: 1,}
#---
:"foo?"
#---
["#{a}": 1]
#---
~s(a)
#---
foo(:"bar", "baz": 1)
