defmodule SpawnChain do
  def link(0, first), do: send(first, :done)
  def link(n, first), do: spawn(fn -> link(n - 1, first) end)

  def main(count) do
    first = self()
    spawn(fn -> link(count - 1, first) end)

    receive do
      :done -> :ok
    end
  end
end

[count] = System.argv()
{before, _} = :erlang.statistics(:runtime)
SpawnChain.main(String.to_integer(count))
{taken, _} = :erlang.statistics(:runtime)
IO.puts((taken - before) * 1000)
