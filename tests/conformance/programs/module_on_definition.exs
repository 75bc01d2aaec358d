# What is told of each definition, and definitions that are made overridable while a module is compiled.
defmodule Spy do
  def __on_definition__(env, kind, name, args, guards, _body) do
    IO.inspect({env.module, kind, name, length(args), length(guards), env.function})
  end
end

defmodule Spied do
  @on_definition Spy
  def a(x) when x > 1, do: x
  defp b(_), do: a(2)
  def c(x, y \\ 2), do: {x, y, b(1)}
  defmacro d(x), do: x
end


defmodule Twice do
  defmacro __using__(_) do
    quote do
      @on_definition Twice
      @before_compile Twice
      Module.register_attribute(__MODULE__, :doubled, accumulate: true)
    end
  end

  def __on_definition__(env, kind, name, args, _guards, _body) do
    if Module.get_attribute(env.module, :double) do
      Module.put_attribute(env.module, :doubled, {kind, name, args})
      Module.delete_attribute(env.module, :double)
    end
  end

  defmacro __before_compile__(env) do
    for {_, name, args} <- Module.get_attribute(env.module, :doubled) do
      Module.make_overridable(env.module, [{name, length(args)}])

      quote do
        def unquote(name)(unquote_splicing(args)), do: {:doubled, super(unquote_splicing(args)), super(unquote_splicing(args))}
      end
    end
  end
end

defmodule U do
  use Twice
  @double true
  def f(x), do: x + 1
  def g(x), do: x + 2
end

IO.inspect(U.f(1))
IO.inspect(U.g(1))
IO.inspect(Spied.c(1))
