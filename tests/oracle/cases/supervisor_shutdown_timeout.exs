# A child that traps exits and takes longer than its shutdown time is killed.
defmodule Slow do
  use GenServer
  def start_link(name), do: GenServer.start_link(Slow, name, name: name)

  def init(name) do
    Process.flag(:trap_exit, true)
    {:ok, name}
  end

  def terminate(_, name) do
    Process.sleep(100)
    send(:log, {:slowly_down, name})
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
    child = %{id: :s, start: {Slow, :start_link, [:s]}, shutdown: 30}
    {:ok, sup} = Supervisor.start_link([{W, :a}, child], strategy: :one_for_one)
    ref = Process.monitor(Process.whereis(:s))
    Supervisor.stop(sup)

    receive do
      {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason)
    end

    show()
  end
end

Main.main()
