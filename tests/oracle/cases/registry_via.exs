# A server can have a name in a registry, and be called by it.
defmodule Main do
  def main do
    {:ok, _} = Registry.start_link(keys: :unique, name: Names)
    name = {:via, Registry, {Names, "stack"}}
    {:ok, pid} = Agent.start_link(fn -> 7 end, name: name)
    IO.inspect(Agent.get(name, & &1))
    IO.inspect(GenServer.whereis(name) == pid)
    IO.inspect(Agent.start_link(fn -> 8 end, name: name) == {:error, {:already_started, pid}})
    IO.inspect(Registry.lookup(Names, "stack") == [{pid, nil}])
    valued = {:via, Registry, {Names, "valued", :value}}
    {:ok, other} = Agent.start_link(fn -> 9 end, name: valued)
    IO.inspect(Registry.lookup(Names, "valued") == [{other, :value}])
    Agent.stop(name)
    IO.inspect(GenServer.whereis(name))

    try do
      Agent.get(name, & &1)
    catch
      :exit, {reason, _} -> IO.inspect(reason)
    end

    IO.inspect(Registry.send({Names, "valued"}, :hello))
  end
end

Main.main()
