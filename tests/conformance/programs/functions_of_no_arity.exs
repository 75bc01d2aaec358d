# is_function/2 raises for an arity that is none, wherever it is called, and is false in a guard.
raised = fn f ->
  try do
    IO.inspect(f.())
  rescue
    e -> IO.puts(Exception.message(e))
  end
end

defmodule Asked do
  def arity(f, n) when is_function(f, n), do: {:takes, n}
  def arity(_, n), do: {:no, n}
  def negative?(f) when is_function(f, -1), do: true
  def negative?(_), do: false
  def either?(f, n) when is_function(f, n) or is_atom(f), do: true
  def either?(_, _), do: false
end

a = String.to_atom("a")
minus = String.to_integer("-1")
two = String.to_integer("2")
one = fn x -> x end
raised.(fn -> is_function(1, a) end)
raised.(fn -> is_function(one, a) end)
raised.(fn -> is_function(one, minus) end)
raised.(fn -> is_function(1, minus) end)
raised.(fn -> is_function(1, 1.0) end)
raised.(fn -> is_function(one, -1) end)
raised.(fn -> is_function(one, two) end)
raised.(fn -> is_function(one, two - 1) end)
raised.(fn -> if is_function(one, a), do: 1, else: 2 end)
raised.(fn -> if is_function(one, two - 1), do: 1, else: 2 end)
raised.(fn -> is_function(one, a) and true end)
raised.(fn -> apply(Kernel, :is_function, [one, a]) end)
raised.(fn -> apply(:erlang, :is_function, [one, 1]) end)
for n <- [0, 1, 2, -1, :a, 1.0], do: IO.inspect({Asked.arity(one, n), Asked.either?(one, n), Asked.either?(:one, n)})
IO.inspect(Asked.negative?(one))
