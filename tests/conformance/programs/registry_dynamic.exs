# Registry, via names and a DynamicSupervisor.
{:ok, _} = Registry.start_link(keys: :unique, name: Reg)
{:ok, sup} = DynamicSupervisor.start_link(strategy: :one_for_one)
via = fn name -> {:via, Registry, {Reg, name}} end
for n <- 1..3 do
  {:ok, _} = DynamicSupervisor.start_child(sup, {Agent, fn -> n end} |> Supervisor.child_spec(start: {Agent, :start_link, [fn -> n end, [name: via.("w#{n}")]]}))
end
IO.inspect(Agent.get(via.("w2"), & &1))
IO.inspect(Registry.lookup(Reg, "w3") |> length())
IO.inspect(Registry.lookup(Reg, "none"))
IO.inspect(DynamicSupervisor.count_children(sup))
IO.inspect(Registry.count(Reg))
[{pid, _}] = Registry.lookup(Reg, "w1")
IO.inspect(DynamicSupervisor.terminate_child(sup, pid))
Process.sleep(10)
IO.inspect(Registry.keys(Reg, pid))
