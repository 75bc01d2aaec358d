# When the process that started a supervisor ends, the supervisor ends its children and itself, whatever the reason.
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

    parent =
      spawn(fn ->
        {:ok, _} = Supervisor.start_link([{W, :a}, {W, :b}], strategy: :one_for_one, name: :sup)

        receive do
          reason -> exit(reason)
        end
      end)

    show()
    ref = Process.monitor(:sup)
    send(parent, :normal)

    receive do
      {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason)
    end

    show()
  end
end

Main.main()
