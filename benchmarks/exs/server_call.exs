defmodule Stack do
  use GenServer

  def start(items), do: GenServer.start(__MODULE__, items)
  def push(server, item), do: GenServer.call(server, {:push, item})

  @impl true
  def init(items), do: {:ok, items}

  @impl true
  def handle_call({:push, item}, _from, [last | _]), do: {:reply, last, [item]}

  def main(count) do
    {:ok, server} = start([0])
    for n <- 1..count, do: push(server, n)
    :ok
  end
end

[count] = System.argv()
{before, _} = :erlang.statistics(:runtime)
Stack.main(String.to_integer(count))
{taken, _} = :erlang.statistics(:runtime)
IO.puts((taken - before) * 1000)
