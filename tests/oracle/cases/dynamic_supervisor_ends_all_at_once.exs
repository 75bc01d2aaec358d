# A dynamic supervisor ends its children at once, and kills each that overruns its own time.
defmodule Slow do
  use GenServer
  def start_link(time), do: GenServer.start_link(Slow, time)

  def init(time) do
    Process.flag(:trap_exit, true)
    {:ok, time}
  end

  def terminate(_, time) do
    Process.sleep(time)
    send(:log, {:down_after, time})
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

    for {time, shutdown} <- [
          {90, 5000},
          {30, 5000},
          {60, 5000},
          {80, 40},
          {70, :brutal_kill},
          {120, :infinity}
        ] do
      {:ok, _} =
        DynamicSupervisor.start_child(sup, %{
          id: time,
          start: {Slow, :start_link, [time]},
          shutdown: shutdown
        })
    end

    monitors =
      for {_, pid, _, _} <- DynamicSupervisor.which_children(sup), do: Process.monitor(pid)

    DynamicSupervisor.stop(sup)

    IO.inspect(
      for ref <- monitors,
          do:
            (receive do
               {:DOWN, ^ref, _, _, reason} -> reason
             end)
    )

    show()
  end
end

Main.main()
