# What a stop returns or exits with, for each kind of server and each reason.
defmodule S do
  use GenServer
  def init(o), do: {:ok, o}
  def terminate(_, :raise), do: raise("in terminate")
  def terminate(_, :exit), do: exit(:in_terminate)
  def terminate(_, :normal), do: exit(:normal)
  def terminate(why, o), do: IO.inspect({:terminate, why, o})
end

defmodule M do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(o), do: {:ok, :only, o}
  def handle_event(_, _, _, _), do: :keep_state_and_data
  def terminate(why, state, o), do: IO.inspect({:terminate, why, state, o})
end

show = fn
  {:exit, {{%{__exception__: true} = e, _}, called}} -> {:exit, Exception.message(e), elem(called, 1)}
  other -> other
end
stopped = fn fun -> (try do fun.() catch :exit, reason -> {:exit, reason} end) |> show.() |> inspect() |> String.replace(~r/#PID<[\d.]+>/, "PID") |> IO.puts() end

for why <- [:normal, :shutdown, {:shutdown, :a}] do
  {:ok, pid} = GenServer.start(S, :quiet)
  stopped.(fn -> GenServer.stop(pid, why) end)
  stopped.(fn -> GenServer.stop(pid, why) end)
  {:ok, pid} = :gen_statem.start(M, 1, [])
  stopped.(fn -> :gen_statem.stop(pid, why, 100) end)
  stopped.(fn -> :gen_statem.stop(pid, why, 100) end)
  {:ok, pid} = Agent.start(fn -> 1 end)
  stopped.(fn -> Agent.stop(pid, why) end)
  stopped.(fn -> Agent.stop(pid, why) end)
  {:ok, pid} = DynamicSupervisor.start_link([])
  Process.unlink(pid)
  stopped.(fn -> DynamicSupervisor.stop(pid, why) end)
  stopped.(fn -> DynamicSupervisor.stop(pid, why) end)
  {:ok, pid} = Task.Supervisor.start_link()
  Process.unlink(pid)
  stopped.(fn -> Supervisor.stop(pid, why) end)
end

for o <- [:raise, :exit, :normal] do
  {:ok, pid} = GenServer.start(S, o)
  stopped.(fn -> GenServer.stop(pid) end)
end
