# Accumulating attributes, constants, computed at compile time; @doc is no code.
defmodule Conf do
  @moduledoc """
  A module with attributes.
  """
  Module.register_attribute(__MODULE__, :step, accumulate: true)
  @step :one
  @step :two
  @table for x <- 1..3, into: %{}, do: {x, x * x}
  @default Application.compile_env(:nope, :key, 5)

  @doc "The steps."
  @spec steps() :: [atom]
  def steps, do: Enum.reverse(@step)
  def square(n), do: @table[n]
  def default, do: @default
  @type t :: integer
  @last "changed"
  def last, do: @last
  @last "again"
  def last2, do: @last
  def module, do: {__MODULE__, __ENV__.function, __ENV__.line}
end

IO.inspect({Conf.steps(), Conf.square(3), Conf.default(), Conf.last(), Conf.last2(), Conf.module()})
IO.inspect(function_exported?(Conf, :steps, 0))
IO.inspect(Conf.__info__(:functions))
IO.inspect(__ENV__.file |> Path.basename())
