# What a dynamic supervisor restarts of a permanent, a transient, a temporary child when each ends with :shutdown.
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

    for {name, restart} <- [p: :permanent, t: :transient, x: :temporary] do
      {:ok, _} =
        DynamicSupervisor.start_child(sup, Map.put(W.child_spec(name), :restart, restart))

      GenServer.cast(name, :shutdown)
      show()
      IO.inspect(DynamicSupervisor.count_children(sup))
    end
  end
end

Main.main()
