# A child that does not start again is :restarting until the next try; it cannot be restarted or deleted, but ended.
defmodule SlowToFail do
  use GenServer
  def start_link(_), do: GenServer.start_link(SlowToFail, [], name: :slow)

  def init(_) do
    if :persistent_term.get(:began, false) do
      Process.sleep(30)
      {:stop, :not_yet}
    else
      :persistent_term.put(:began, true)
      {:ok, 0}
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
    {:ok, sup} = Supervisor.start_link([SlowToFail], strategy: :one_for_one, max_restarts: 10)
    kill(:slow)
    Process.sleep(10)

    requests = [
      :which_children,
      :count_children,
      {:restart_child, SlowToFail},
      {:delete_child, SlowToFail},
      {:terminate_child, SlowToFail}
    ]

    for request <- requests,
        do: :gen_server.send_request(sup, request) |> then(&send(self(), {:asked, &1}))

    for request <- requests do
      receive do
        {:asked, id} ->
          {:reply, reply} = :gen_server.wait_response(id, 1000)
          IO.inspect({request, reply})
      end
    end

    Process.sleep(60)
    IO.inspect(Supervisor.which_children(sup))
  end
end

Main.main()
