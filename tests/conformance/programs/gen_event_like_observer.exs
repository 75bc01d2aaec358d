# Observers that come and go around a server, with monitors.
defmodule Subject do
  use GenServer
  def start_link, do: GenServer.start_link(__MODULE__, %{}, name: __MODULE__)
  def attach(pid), do: GenServer.call(__MODULE__, {:attach, pid})
  def notify(event), do: GenServer.cast(__MODULE__, {:notify, event})
  def size, do: GenServer.call(__MODULE__, :size)
  def init(s), do: {:ok, s}
  def handle_call({:attach, pid}, _, s), do: {:reply, :ok, Map.put(s, Process.monitor(pid), pid)}
  def handle_call(:size, _, s), do: {:reply, map_size(s), s}

  def handle_cast({:notify, e}, s) do
    Enum.each(Map.values(s), &send(&1, {:event, e}))
    {:noreply, s}
  end

  def handle_info({:DOWN, ref, :process, _, _}, s), do: {:noreply, Map.delete(s, ref)}
end

Subject.start_link()
me = self()

observer =
  spawn(fn ->
    receive do
      {:event, e} -> send(me, {:seen, e})
    end
  end)

Subject.attach(observer)
Subject.attach(self())
IO.inspect(Subject.size())
Subject.notify(:first)
receive do: ({:seen, e} -> IO.inspect(e))
receive do: ({:event, e} -> IO.inspect(e))
Process.sleep(5)
IO.inspect(Subject.size())
