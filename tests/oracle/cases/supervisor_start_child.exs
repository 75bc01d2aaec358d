# A child can be started later, but no two of one id: it is already started, or already present.
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
    {:ok, sup} = Supervisor.start_link([{W, :a}, {W, :b}, {W, :c}], strategy: :one_for_one)
    {:ok, d} = Supervisor.start_child(sup, {W, :d})
    IO.inspect(Supervisor.start_child(sup, {W, :d}) == {:error, {:already_started, d}})
    Supervisor.terminate_child(sup, :d)
    IO.inspect(Supervisor.start_child(sup, {W, :d}))
    IO.inspect(Supervisor.which_children(sup))
    kill(:c)
    show()
    Supervisor.stop(sup)
    show()
  end
end

Main.main()
