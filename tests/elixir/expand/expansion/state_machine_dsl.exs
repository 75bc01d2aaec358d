defmodule Fsm do
  defmacro __using__(_) do
    quote do
      import Fsm
      @transitions %{}
      @before_compile Fsm
    end
  end
  defmacro transition(from, event, to) do
    quote do
      @transitions Map.put(@transitions, {unquote(from), unquote(event)}, unquote(to))
    end
  end
  defmacro __before_compile__(env) do
    transitions = Module.get_attribute(env.module, :transitions)
    for {{from, event}, to} <- transitions do
      quote do
        def next(unquote(from), unquote(event)), do: {:ok, unquote(to)}
      end
    end ++ [quote(do: def(next(_, _), do: :error))]
  end
end
defmodule Door do
  use Fsm
  transition :closed, :open, :opened
  transition :opened, :close, :closed
end
IO.inspect({Door.next(:closed, :open), Door.next(:opened, :close), Door.next(:opened, :open)})
