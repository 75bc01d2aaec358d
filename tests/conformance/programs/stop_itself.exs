# A server that stops itself, or what it lives under, from its own callback.
defmodule S do
  use GenServer
  def start_link(o), do: GenServer.start_link(__MODULE__, o, Keyword.take(o, [:name]))
  def init(o), do: (Process.flag(:trap_exit, true); {:ok, o})
  def handle_call({:stop, how}, _, o), do: {:reply, (try do how.() catch :exit, reason -> reason end), o}
  def terminate(why, _), do: IO.inspect({:terminate, why})
end

hidden = fn x -> inspect(x) |> String.replace(~r/#PID<[\d.]+>/, "PID") |> IO.puts() end
{:ok, a} = GenServer.start(S, [], name: :a)
hidden.(GenServer.call(a, {:stop, fn -> GenServer.stop(self()) end}))
hidden.(GenServer.call(a, {:stop, fn -> GenServer.stop(:a, :boom, 10) end}))
hidden.(GenServer.call(a, {:stop, fn -> GenServer.stop({:a, node()}) end}))
hidden.(GenServer.call(a, {:stop, fn -> :gen_server.stop(self()) end}))
hidden.(GenServer.call(a, {:stop, fn -> :gen_statem.stop(self()) end}))
hidden.(GenServer.call(a, {:stop, fn -> :sys.terminate(self(), :normal) end}))
hidden.(GenServer.call(a, {:stop, fn -> GenServer.call(self(), :x) end}))
hidden.(GenServer.call(a, {:stop, fn -> Agent.stop(:a) end}))
IO.inspect(GenServer.stop(a))

Process.flag(:trap_exit, true)
{:ok, sup} = Supervisor.start_link([{S, [name: :inner]}], strategy: :one_for_one)
hidden.(GenServer.call(:inner, {:stop, fn -> Supervisor.stop(sup, :normal, 50) end}))
IO.inspect(receive do {:EXIT, ^sup, reason} -> reason after 10 -> :nothing end)
IO.inspect({Process.alive?(sup), Process.whereis(:inner)})
