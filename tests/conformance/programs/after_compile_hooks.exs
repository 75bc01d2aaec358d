# @after_compile calls when the module is there, one whose name is computed as well.
defmodule Hooks do
  def __after_compile__(env, bin), do: IO.inspect({env.module, is_binary(bin), env.function, :hook, env.line, env.module.a})
  def also(env, _), do: IO.inspect({:also, env.module})
end
defmodule Dyn1 do
  @after_compile Hooks
  @after_compile {__MODULE__, :mine}
  IO.puts "body"
  def a, do: 1
  def mine(env, bin), do: IO.inspect({env.module, is_binary(bin), :mine})
  IO.puts "body 2"
end
IO.puts "after"
for n <- [1, 2] do
  defmodule Module.concat(A, "N#{n}") do
    @after_compile Hooks
    def a, do: unquote(n)
    IO.inspect :within
  end
end
defmodule Outer do
  defmodule In do
    @after_compile Hooks
    def a, do: :in
    IO.puts "in"
  end
  @after_compile Hooks
  def a, do: :outer
  IO.puts "out"
end
defmodule U do
  defmacro __using__(_) do
    quote do
      @after_compile unquote(__MODULE__)
    end
  end
  def __after_compile__(env, _), do: IO.puts("used by #{inspect(env.module)} #{Path.basename(env.file)}")
end
defmodule V do
  use U
end
Module.create(Made, quote(do: (@after_compile Hooks; def a, do: :made)), Macro.Env.location(__ENV__))
name = Given
{:module, _, _, value} =
  defmodule name do
    @after_compile Hooks
    @after_compile {Hooks, :also}
    def a, do: :given
    :value
  end
IO.inspect(value)
