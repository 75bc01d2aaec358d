# What is told of a server that crashes: state and last message.
defmodule Fragile do
  use GenServer
  def init(state), do: {:ok, state}
  def handle_call(:crash, _, _), do: raise("crashed in call")
  def handle_cast(:match, state), do: {:ok, _} = state
  def handle_cast({:exit, reason}, _), do: exit(reason)
  def handle_info(:bad, s), do: {:bad_return, s}
end

{:ok, a} = GenServer.start(Fragile, %{n: 1}, name: :fragile)

try do
  GenServer.call(a, :crash)
catch
  :exit, {{%RuntimeError{message: m}, _}, {GenServer, :call, [_, :crash, 5000]}} -> IO.puts("caught: #{m}")
end

{:ok, b} = GenServer.start(Fragile, :error)
GenServer.cast(b, :match)
Process.sleep(10)
{:ok, c} = GenServer.start(Fragile, [])
GenServer.cast(c, {:exit, :normal})
Process.sleep(5)
{:ok, d} = GenServer.start(Fragile, [])
GenServer.cast(d, {:exit, :strange})
Process.sleep(10)
{:ok, e} = GenServer.start(Fragile, 7)
send(e, :bad)
Process.sleep(10)
IO.inspect(Enum.map([a, b, c, d, e], &Process.alive?/1))
