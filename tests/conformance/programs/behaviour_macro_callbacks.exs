# Macros that a behaviour asks for.
defmodule B do
  @macrocallback __before_compile__(env :: Macro.Env.t()) :: Macro.t()
  @macrocallback two(a :: term, b :: term) :: Macro.t()
  @callback f(term) :: term
  @optional_callbacks __before_compile__: 1
end
defmodule A do
  @behaviour B
  defmacro __before_compile__(_), do: :ok
  defmacro two(_, _), do: nil
  def f(_), do: 1
end
defmodule C do
  @behaviour B
end
IO.inspect B.behaviour_info(:callbacks)
IO.inspect B.behaviour_info(:optional_callbacks)
