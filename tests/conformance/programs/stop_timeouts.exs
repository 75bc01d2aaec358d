# How long a stop waits: for the server to look at it, and for its terminate/2.
defmodule S do
  use GenServer
  def init(o), do: (Process.flag(:trap_exit, !!o[:trap]); {:ok, o})
  def handle_cast({:nap, ms}, o), do: (Process.sleep(ms); {:noreply, o})
  def terminate(why, o), do: (if(o[:slow], do: Process.sleep(o[:slow])); IO.puts("terminated #{inspect(why)}"))
end

hidden = fn x -> inspect(x) |> String.replace(~r/#PID<[\d.]+>/, "PID") |> IO.puts() end
stopped = fn fun -> try do fun.() catch :exit, reason -> {:exit, reason} end end

for {nap, slow, limit} <- [{0, 0, 0}, {0, 0, 50}, {0, 40, 10}, {40, 0, 10}, {20, 20, 30}, {20, 20, 100}] do
  {:ok, pid} = GenServer.start(S, slow: slow)
  GenServer.cast(pid, {:nap, nap})
  result = stopped.(fn -> GenServer.stop(pid, :normal, limit) end)
  Process.sleep(60)
  hidden.({nap, slow, limit, result})
  hidden.({:alive, Process.alive?(pid), Process.info(self(), :messages)})
end

deaf = spawn(fn -> Process.sleep(:infinity) end)
hidden.(stopped.(fn -> GenServer.stop(deaf, :normal, 10) end))
hidden.(stopped.(fn -> Agent.stop(deaf, :normal, 10) end))
hidden.(stopped.(fn -> Supervisor.stop(deaf, :normal, 10) end))
hidden.(stopped.(fn -> :gen_server.stop(deaf, :normal, 10) end))
hidden.(stopped.(fn -> :gen_statem.stop(deaf, :normal, 10) end))
hidden.(stopped.(fn -> :sys.terminate(deaf, :normal, 10) end))
hidden.({Process.alive?(deaf), Process.info(deaf, :message_queue_len)})
