# Module attributes are constants, accumulate, and are read where they stand.
defmodule Attr do
  @moduledoc "Documentation"
  @answer 42
  @list [1, 2, 3]
  @sum Enum.sum(@list)
  Module.register_attribute(__MODULE__, :acc, accumulate: true)
  @acc 1
  @acc 2
  def answer, do: @answer
  @answer 43
  def later, do: @answer
  def sum, do: @sum
  def acc, do: @acc
  def name, do: __MODULE__
end
IO.inspect({Attr.answer(), Attr.later(), Attr.sum(), Attr.acc(), Attr.name()})
