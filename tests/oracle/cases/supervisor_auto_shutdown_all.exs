# A supervisor can end with the last of its significant children.
defmodule App do
  use Supervisor

  def init(auto_shutdown) do
    significant = %{significant: true, restart: :transient}

    children =
      [W.child_spec(:a), Map.put(W.child_spec(:t), :restart, :temporary)] ++
        for name <- [:s, :u], do: Map.merge(W.child_spec(name), significant)

    {:ok, {%{auto_shutdown: auto_shutdown}, children}}
  end
end

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
    Process.flag(:trap_exit, true)
    {:ok, sup} = Supervisor.start_link(App, :all_significant)
    show()
    GenServer.cast(:t, :normal)
    show()
    IO.inspect(Process.alive?(sup))
    if Process.alive?(sup), do: GenServer.cast(:s, :normal)
    show()
    if Process.alive?(sup), do: GenServer.cast(:u, :normal)
    show()
    IO.inspect(Process.alive?(sup))
  end
end

Main.main()
