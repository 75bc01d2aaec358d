defmodule Tally do
  use GenServer

  def start(value), do: GenServer.start(__MODULE__, value)
  def add(server, n), do: GenServer.cast(server, {:add, n})
  def value(server), do: GenServer.call(server, :value)

  @impl true
  def init(value), do: {:ok, value}

  @impl true
  def handle_cast({:add, n}, state), do: {:noreply, state + n}

  @impl true
  def handle_call(:value, _from, state), do: {:reply, state, state}

  def main(count) do
    {:ok, server} = start(0)
    for n <- 1..count, do: add(server, n)
    value(server)
  end
end

[count] = System.argv()
{before, _} = :erlang.statistics(:runtime)
Tally.main(String.to_integer(count))
{taken, _} = :erlang.statistics(:runtime)
IO.puts((taken - before) * 1000)
