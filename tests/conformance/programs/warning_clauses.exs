# A clause that can never match; clauses that do not stand together.
defmodule Clauses do
  def f(_), do: :any
  def f(1), do: :one
  def g(1), do: 1
  def h(1), do: 1
  def g(2), do: 2
end

IO.inspect({Clauses.f(1), Clauses.g(2), Clauses.h(1)})
