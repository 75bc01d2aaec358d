# A dynamic supervisor forgets a child that ignores its restart.
defmodule Flaky do
  use GenServer, restart: :transient
  def start_link(plan), do: GenServer.start_link(Flaky, plan, name: :flaky)

  def init(plan) do
    try = Agent.get_and_update(:tries, &{&1, &1 + 1})
    send(:log, {:try, try})

    case Enum.at(plan, try) do
      :fail -> {:stop, :not_yet}
      :ignore -> :ignore
      :ok -> {:ok, try}
    end
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
    {:ok, sup} = DynamicSupervisor.start_link(strategy: :one_for_one)
    Process.flag(:trap_exit, true)
    {:ok, _} = Agent.start_link(fn -> 0 end, name: :tries)
    {:ok, _} = DynamicSupervisor.start_child(sup, {Flaky, [:ok, :fail, :ignore]})
    kill(:flaky)
    show()
    if Process.alive?(sup), do: IO.inspect(DynamicSupervisor.count_children(sup))
  end
end

Main.main()
