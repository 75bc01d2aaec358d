# The extra arguments of a dynamic supervisor come before each child's own.
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
      DynamicSupervisor.start_link(strategy: :one_for_one, extra_arguments: [fn -> 42 end])

    {:ok, pid} = DynamicSupervisor.start_child(sup, %{id: 1, start: {Agent, :start_link, []}})
    IO.inspect(Agent.get(pid, & &1))
    Process.exit(pid, :kill)
    Process.sleep(20)
    [{_, again, _, _}] = DynamicSupervisor.which_children(sup)
    IO.inspect({again == pid, Agent.get(again, & &1)})
  end
end

Main.main()
