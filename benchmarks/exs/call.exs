defmodule Echo do
  use GenServer

  def init(arg), do: {:ok, arg}
  def handle_call(request, _from, state), do: {:reply, request, state}
end

defmodule Calls do
  def ask(_server, 0), do: :ok

  def ask(server, count) do
    GenServer.call(server, count)
    ask(server, count - 1)
  end

  def main(count) do
    {:ok, server} = GenServer.start(Echo, 0)
    ask(server, count)
  end
end

[count] = System.argv()
{microseconds, _} = :timer.tc(Calls, :main, [String.to_integer(count)])
IO.puts(microseconds)
