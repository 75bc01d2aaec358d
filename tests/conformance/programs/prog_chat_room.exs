# A chat room: clients are processes, who dies leaves.
defmodule Room do
  use GenServer
  def start_link(name), do: GenServer.start_link(__MODULE__, name, name: name)
  def join(room, nick, pid \\ self()), do: GenServer.call(room, {:join, nick, pid})
  def say(room, nick, text), do: GenServer.cast(room, {:say, nick, text})
  def who(room), do: GenServer.call(room, :who)

  @impl true
  def init(name), do: {:ok, %{name: name, members: %{}}}

  @impl true
  def handle_call({:join, nick, pid}, _from, state) do
    if Enum.any?(state.members, fn {_, {n, _}} -> n == nick end) do
      {:reply, {:error, :taken}, state}
    else
      ref = Process.monitor(pid)
      tell(state, "* #{nick} joins")
      {:reply, :ok, put_in(state, [:members, ref], {nick, pid})}
    end
  end

  def handle_call(:who, _from, state) do
    {:reply, state.members |> Map.values() |> Enum.map(&elem(&1, 0)) |> Enum.sort(), state}
  end

  @impl true
  def handle_cast({:say, nick, text}, state) do
    tell(state, "<#{nick}> #{text}")
    {:noreply, state}
  end

  @impl true
  def handle_info({:DOWN, ref, :process, _pid, reason}, state) do
    {{nick, _}, members} = Map.pop(state.members, ref)
    state = %{state | members: members}
    tell(state, "* #{nick} leaves (#{inspect(reason)})")
    {:noreply, state}
  end

  defp tell(state, line) do
    for {_, {_, pid}} <- state.members, do: send(pid, {:line, line})
  end
end

defmodule Client do
  def start(nick, script) do
    spawn(fn ->
      :ok = Room.join(:lobby, nick)
      Enum.each(script, fn {wait, text} ->
        Process.sleep(wait)
        Room.say(:lobby, nick, text)
      end)
      Process.sleep(20)
      exit(:bye)
    end)
  end
end

Room.start_link(:lobby)
:ok = Room.join(:lobby, "main")
IO.inspect(Room.join(:lobby, "main"))
Client.start("ann", [{20, "hello"}])
Process.sleep(5)
Client.start("bob", [{55, "hi"}])
Process.sleep(120)
IO.inspect(Room.who(:lobby))

flush = fn flush ->
  receive do
    {:line, line} ->
      IO.puts(line)
      flush.(flush)
  after
    0 -> :ok
  end
end

flush.(flush)
