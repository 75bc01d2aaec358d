# Modules of programs in which functions wait; each program takes those that it names.
defmodule Pause do
  def now, do: Process.sleep(0)
  def on(x) do
    now()
    x
  end
  def two(x, y) do
    now()
    {x, y}
  end
end
defmodule Still do
  def on(x), do: x
  def puts(x), do: {:still, x}
  def two(x, y), do: {x, y}
end
defmodule Bag do
  defstruct [:list]
  def of(list), do: %Bag{list: list}
  defimpl Enumerable do
    def count(b), do: Pause.on({:ok, length(b.list)})
    def member?(b, x), do: Pause.on({:ok, x in b.list})
    def slice(_), do: Pause.on({:error, __MODULE__})
    def reduce(b, acc, f) do
      Pause.now()
      Enumerable.List.reduce(b.list, acc, f)
    end
  end
  defimpl Collectable do
    def into(b) do
      Pause.now()
      {b, fn
        acc, {:cont, x} -> Pause.on(%{acc | list: [x | acc.list]})
        acc, :done -> Pause.on(acc)
        _, :halt -> :ok
      end}
    end
  end
  defimpl String.Chars do
    def to_string(b), do: Pause.on("bag of #{length(b.list)}")
  end
end
defmodule Fetch do
  @behaviour Access
  defstruct [:m]
  def of(m), do: %Fetch{m: m}
  def fetch(f, k), do: Pause.on(Map.fetch(f.m, k))
  def get_and_update(f, k, fun) do
    Pause.now()
    {got, new} = Map.get_and_update(f.m, k, fun)
    {got, %{f | m: new}}
  end
  def pop(f, k) do
    {got, new} = Pause.on(Map.pop(f.m, k))
    {got, %{f | m: new}}
  end
end
defmodule Order do
  def compare(a, b) do
    Pause.now()
    cond do
      a < b -> :lt
      a > b -> :gt
      true -> :eq
    end
  end
end
defmodule Names do
  def whereis_name(x), do: Pause.on(Process.whereis(x) || :undefined)
  def register_name(x, pid), do: Pause.on(if(Process.whereis(x), do: :no, else: (Process.register(pid, x); :yes)))
  def unregister_name(x), do: Pause.on(Process.unregister(x))
  def send(x, m), do: Pause.on(Kernel.send(x, m))
end
defmodule Child do
  def start_link(x), do: Pause.on(Agent.start_link(fn -> x end))
  def child_spec(x), do: Pause.on(%{id: x, start: {Child, :start_link, [x]}})
end
defmodule Sup do
  use Supervisor
  def start_link(x), do: Supervisor.start_link(__MODULE__, x)
  def init(x) do
    Pause.now()
    Supervisor.init([{Child, x}], strategy: :one_for_one)
  end
end
defmodule Dyn do
  use DynamicSupervisor
  def start_link(x), do: DynamicSupervisor.start_link(__MODULE__, x)
  def init(_), do: Pause.on(DynamicSupervisor.init(strategy: :one_for_one))
end
defmodule Closures do
  def adder(n), do: fn x -> x + n end
  def pausing(n), do: fn x -> Pause.on(x + n) end
  def made_while_waiting(n) do
    Pause.now()
    fn x -> x + n end
  end
  def call(f, x), do: f.(x)
  def twice(f), do: fn x -> f.(f.(x)) end
  def compose(fs), do: Enum.reduce(fs, &Pause.on/1, fn f, acc -> fn x -> f.(acc.(x)) end end)
  def dynamic(m, x), do: m.on(x)
  def said(m, x), do: m.puts(x)
end
defmodule Server do
  use GenServer
  def init(f), do: {:ok, f}
  def handle_call({:run, f}, _, s), do: {:reply, f.(1), s}
  def handle_call(:mine, _, s), do: {:reply, s.(1), s}
  def handle_cast(f, s) do
    f.()
    {:noreply, s}
  end
end
