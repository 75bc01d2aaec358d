# Code.eval_string with variables.
IO.inspect(Code.eval_string("a + b", a: 1, b: 2))
{value, binding} = Code.eval_string("c = a * 2; c + 1", a: 20)
IO.inspect({value, Keyword.get(binding, :c)})
