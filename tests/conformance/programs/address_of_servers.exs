# Servers with names of every kind: who they are in exits, in reports and in their own process.
defmodule S do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call(:exit, _, _), do: exit(:oops)
  def handle_call(:stop, _, x), do: {:stop, :stopped, x}
  def handle_call(:nap, _, x), do: (Process.sleep(30); {:reply, :ok, x})
end

{:ok, _} = Registry.start_link(keys: :unique, name: R)
tried = fn f -> (try do f.() catch kind, value -> {kind, value} end) |> IO.inspect() end

for name <- [:local, {:global, "g"}, {:via, Registry, {R, "a"}}, {:via, :global, {:h, 1}}] do
  {:ok, pid} = GenServer.start(S, 1, name: name)
  tried.(fn -> GenServer.call(name, :nap, 10) end)
  Process.sleep(30)
  IO.inspect(GenServer.start(S, 1, name: name) == {:error, {:already_started, pid}})
  IO.inspect(Process.info(pid, :registered_name))
  IO.inspect(GenServer.whereis(name) == pid)
  tried.(fn -> GenServer.call(name, :exit) end)
  Process.sleep(10)
  {:ok, _} = GenServer.start(S, 1, name: name)
  tried.(fn -> GenServer.call(name, :stop) end)
  Process.sleep(10)
  IO.inspect(GenServer.whereis(name))
end
