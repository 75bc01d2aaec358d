# Hooks and behaviours that variables and loops give.
defmodule Hook do
  defmacro __before_compile__(env) do
    quote do
      def hooked, do: unquote(env.module)
    end
  end
  defmacro other(_env) do
    quote do
      def other, do: :other
    end
  end
end
defmodule V do
  h = Hook
  @before_compile h
  for f <- [:other] do
    @before_compile {Hook, f}
  end
  if true do
    @behaviour GenServer
  end

  def init(x), do: {:ok, x}
end
IO.inspect({V.hooked(), V.other(), V.__info__(:attributes)[:behaviour]})
