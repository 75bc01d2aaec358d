defmodule Documented do
  @moduledoc """
  Numbers that are documented.

      iex> x = Documented.new(3)
      iex> Documented.value(x)
      3

  What is kept is not what is shown:

      iex> Documented.new(1)
      %Documented{value: 1}
  """

  defstruct value: 0

  @doc """
  Makes one.

      iex> Documented.new(2).value
      2
      iex> Documented.new(:no)
      ** (ArgumentError) no number: :no
  """
  def new(value) when is_integer(value), do: %__MODULE__{value: value}
  def new(value), do: raise(ArgumentError, "no number: #{inspect(value)}")

  @doc ~S"""
  Its value.

  ```
  iex> Documented.value(
  ...>   Documented.new(4)
  ...> )
  4
  ```

      iex(1)> text = "a\tb"
      iex(2)> String.length(text)
      3
  """
  def value(%{value: value}), do: value

  @doc """
  Wrong in its documentation.

      iex> Documented.wrong(1)
      3

      iex> Documented.wrong(:a)
      ** (RuntimeError) bad argument

      iex> raise "other"
      ** (RuntimeError) another
  """
  def wrong(number), do: number + 1

  @doc """
  A set.

      iex> MapSet.new([1, 2])
      MapSet.new([1, 2])
      iex> self() |> is_pid()
      true
      iex> Documented.twice(2)
      4
  """
  defmacro twice(number), do: quote(do: 2 * unquote(number))

  @doc false
  def hidden, do: :hidden
end
