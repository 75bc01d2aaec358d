# In which order a behaviour and a protocol tell of their callbacks, and that they hide the function that does.
defmodule Asking do
  @macrocallback k(term) :: term
  @callback z(term) :: term
  @callback b(term) :: term
  @callback b(term, term) :: term
  @callback aa(term, term) :: term
  @macrocallback m(term) :: term
  @callback x() :: term
  @optional_callbacks b: 2, z: 1
  @optional_callbacks m: 1, aa: 2
  def z, do: 1
end

defprotocol Asked do
  def a(x)
  def c(x)
  def b(x, y)
end

IO.inspect(Asking.behaviour_info(:callbacks))
IO.inspect(Asking.behaviour_info(:optional_callbacks))
IO.inspect(Asking.__info__(:functions))
IO.inspect(function_exported?(Asking, :behaviour_info, 1))
IO.inspect(Asked.behaviour_info(:callbacks))
IO.inspect(Asked.__info__(:functions))

defmodule Old do
  def behaviour_info(:callbacks), do: [a: 1]
end

IO.inspect(Old.__info__(:functions))
