defmodule Dy do
  use DynamicSupervisor
  def start_link(a), do: DynamicSupervisor.start_link(__MODULE__, a, name: __MODULE__)
  @impl true
  def init(_), do: DynamicSupervisor.init(strategy: :one_for_one)
end
defmodule Wk do
  use GenServer, restart: :temporary
  def start_link(x), do: GenServer.start_link(__MODULE__, x)
  @impl true
  def init(x), do: {:ok, x}
end
{:ok, _} = Dy.start_link([])
{:ok, p} = DynamicSupervisor.start_child(Dy, {Wk, 1})
IO.inspect(is_pid(p))
IO.inspect(DynamicSupervisor.count_children(Dy))
defmodule Tk do
  use Task
  def start_link(a), do: Task.start_link(__MODULE__, :run, [a])
  def run(a), do: IO.inspect(a)
end
IO.inspect(Tk.child_spec(3))
{:ok, _} = Tk.start_link(9)
Process.sleep(10)
