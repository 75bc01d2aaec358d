# A restart that fails is tried again, and each try counts.
defmodule Flaky do
  use GenServer
  def start_link(fails), do: GenServer.start_link(Flaky, fails, name: :flaky)

  def init(fails) do
    try = Agent.get_and_update(:tries, &{&1, &1 + 1})
    send(:log, {:try, try})
    if try in fails, do: {:stop, :not_yet}, else: {:ok, try}
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
    {:ok, _} = Agent.start_link(fn -> 0 end, name: :tries)

    {:ok, sup} =
      Supervisor.start_link([{W, :a}, {Flaky, [1, 2]}, {W, :c}], strategy: :one_for_one)

    show()
    kill(:flaky)
    show()
    IO.inspect(for {id, pid, _, _} <- Supervisor.which_children(sup), do: {id, is_pid(pid)})
  end
end

Main.main()
