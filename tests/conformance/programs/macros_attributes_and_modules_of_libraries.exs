# macros in the sizes of bitstrings, an own @, variables that attributes bind, what modules of Elixir say of themselves.
defmodule Sizes do
  defmacrop one_byte, do: quote(do: 1 * 8 - big - signed - integer)
  defmacrop sixteens, do: quote(do: big - signed - integer - unit(16))
  def written(text), do: <<byte_size(text)::one_byte, text::binary, 7::size(1)-sixteens>>
  def read(<<a::one_byte, b::sixteens-size(1)>>), do: {a, b}
end

IO.inspect(Sizes.written("ab"))
IO.inspect(Sizes.read(<<1, 2, 3>>))

defmodule Names do
  def known, do: :known
  def text, do: "known"
end

IO.inspect(is_struct(%{__struct__: :known}, Names.known()))
IO.inspect(is_struct(%{}, Names.known()))
IO.inspect(is_struct(URI.parse("a"), URI))
IO.inspect(is_exception(%RuntimeError{}, ArgumentError))

for check <- [fn -> is_struct(%{}, Names.text()) end, fn -> is_exception(%{}, Names.text()) end] do
  try do
    check.()
  rescue
    error -> IO.inspect(error)
  end
end

defmodule At do
  defmacro @{:list, _, [value]} do
    quote do: Kernel.@(kept(unquote(value)))
  end

  defmacro @expr do
    quote do: Kernel.@(unquote(expr))
  end

  @doc "its own macro is taken from here on"
  def known, do: 1
end

defmodule UsesAt do
  import Kernel, except: [@: 1]
  import At
  @list 5
  @other 6
  def both, do: {@kept, @other}
end

IO.inspect(UsesAt.both())

defmodule Binding do
  @file_name name = "README.md"
  @moduledoc name
  @longer name <> "x"
  def both, do: {@file_name, @longer}
end

IO.inspect(Binding.both())

defprotocol Encoding do
  def encode(data, options \\ [])
end

defimpl Encoding, for: List do
  def encode(data, options \\ []), do: {data, options}
end

IO.inspect(Encoding.encode([1], a: 1))
IO.inspect(Encoding.__protocol__(:functions))

defmodule Overridable do
  def a, do: 1
  def b, do: 2
  defoverridable a: 0
  @found for name <- [:a, :b], do: Module.overridable?(__MODULE__, {name, 0})
  def a, do: super() + 1
  def found, do: {@found, Module.split(__MODULE__)}
end

IO.inspect(Overridable.found())
IO.inspect(Keyword.take(Application.__info__(:functions), [:get_env, :put_env]))
IO.inspect(Integer.__info__(:macros))
IO.inspect(for module <- [Enum, String], do: module.__info__(:module))
IO.inspect({:map, 2} in :lists.module_info(:exports))
IO.inspect(for module <- [Enum, :lists, Nope], do: function_exported?(module, :__info__, 1))
