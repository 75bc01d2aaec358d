# A DynamicSupervisor's max_children, restarts beyond what it takes, and what it is told of dead children.
defmodule Kid do
  use GenServer, restart: :transient
  def start_link(x), do: GenServer.start_link(Kid, x)
  def init(:ignore), do: :ignore
  def init(:stop), do: {:stop, :no}
  def init(x), do: {:ok, x}
end

{:ok, sup} = DynamicSupervisor.start_link(strategy: :one_for_one, max_children: 2, max_restarts: 1)
{:ok, a} = DynamicSupervisor.start_child(sup, {Kid, 1})
{:ok, b} = DynamicSupervisor.start_child(sup, {Kid, 2})
IO.inspect(DynamicSupervisor.start_child(sup, {Kid, 3}))
IO.inspect(DynamicSupervisor.count_children(sup))
GenServer.stop(a)
IO.inspect(DynamicSupervisor.count_children(sup))
IO.inspect(DynamicSupervisor.start_child(sup, {Kid, :ignore}))
IO.inspect(DynamicSupervisor.start_child(sup, {Kid, :stop}))
IO.inspect(DynamicSupervisor.terminate_child(sup, a))
IO.inspect(DynamicSupervisor.terminate_child(sup, b))
IO.inspect(DynamicSupervisor.which_children(sup))
Process.unlink(sup)
ref = Process.monitor(sup)
{:ok, c} = DynamicSupervisor.start_child(sup, {Kid, 4})
Process.exit(c, :kill)
Process.sleep(5)
[{:undefined, d, :worker, [Kid]}] = DynamicSupervisor.which_children(sup)
Process.exit(d, :kill)
IO.inspect(receive do {:DOWN, ^ref, _, _, r} -> r end)
