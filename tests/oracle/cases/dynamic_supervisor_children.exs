# A dynamic supervisor's children are told apart by their pids; each may be started any number of times.
defmodule W do
  use GenServer
  def start_link(name), do: GenServer.start_link(W, name, name: name)
  def child_spec(name), do: %{id: name, start: {W, :start_link, [name]}}

  def init(name) do
    Process.flag(:trap_exit, true)
    send(:log, {:up, name})
    {:ok, name}
  end

  def handle_cast(reason, name), do: {:stop, reason, name}
  def terminate(reason, name), do: Process.whereis(:log) && send(:log, {:down, name, reason})
end

defmodule Main do
  def show(log \\ []) do
    if log == [], do: Process.sleep(100)

    receive do
      event -> show([event | log])
    after
      0 -> IO.inspect(Enum.reverse(log))
    end
  end

  def kill(name), do: Process.exit(Process.whereis(name), :kill)

  def main do
    Process.register(self(), :log)
    {:ok, sup} = DynamicSupervisor.start_link(strategy: :one_for_one)
    {:ok, a} = DynamicSupervisor.start_child(sup, {W, :a})
    {:ok, b} = DynamicSupervisor.start_child(sup, {W, :b})
    {:ok, inner} = DynamicSupervisor.start_child(sup, {DynamicSupervisor, []})

    IO.inspect(
      DynamicSupervisor.which_children(sup) |> Enum.sort_by(&elem(&1, 1)) == [
        {:undefined, a, :worker, [W]},
        {:undefined, b, :worker, [W]},
        {:undefined, inner, :supervisor, [DynamicSupervisor]}
      ]
    )

    IO.inspect(DynamicSupervisor.count_children(sup))
    IO.inspect(DynamicSupervisor.terminate_child(sup, a))
    IO.inspect(DynamicSupervisor.terminate_child(sup, a))
    IO.inspect(DynamicSupervisor.count_children(sup))
    show()
  end
end

Main.main()
