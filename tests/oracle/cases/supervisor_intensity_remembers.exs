# A second restart within the period is one too many where one is allowed.
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

    {:ok, sup} =
      Supervisor.start_link([{W, :a}], strategy: :one_for_one, max_restarts: 1, max_seconds: 1)

    Process.flag(:trap_exit, true)
    kill(:a)
    Process.sleep(400)
    kill(:a)
    show()
    IO.inspect(Process.alive?(sup))
  end
end

Main.main()
