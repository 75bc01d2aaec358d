# A child that ignores its start stays known without a process, unless it is temporary.
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
    ignoring = %{start: {Function, :identity, [:ignore]}}

    children = [
      {W, :a},
      Map.put(ignoring, :id, :i),
      Map.merge(ignoring, %{id: :t, restart: :temporary})
    ]

    {:ok, sup} = Supervisor.start_link(children, strategy: :one_for_one)
    IO.inspect(Supervisor.which_children(sup))
    IO.inspect(Supervisor.count_children(sup))
    IO.inspect(Supervisor.restart_child(sup, :i))
    IO.inspect(Supervisor.start_child(sup, Map.merge(ignoring, %{id: :u, restart: :temporary})))
    IO.inspect(Supervisor.start_child(sup, Map.put(ignoring, :id, :v)))
    IO.inspect(for {id, _, _, _} <- Supervisor.which_children(sup), do: id)
  end
end

Main.main()
