# A call whose time is over looks once more for its reply when it has its turn, and tells the server only then.
defmodule Slow do
  use GenServer
  def init(x), do: {:ok, x}

  def handle_cast({:sleep, t}, s) do
    Process.sleep(t)
    send(:main, :slept)
    {:noreply, s}
  end

  def handle_call({:sleep, t}, _, s) do
    Process.sleep(t)
    send(:main, :replies)
    {:reply, :slept, s}
  end

  def handle_call(:x, _, s), do: {:reply, 1, s}
end

defmodule Client do
  def call(server, request, timeout, name) do
    send(:main, {name, GenServer.call(server, request, timeout)})
  catch
    :exit, {reason, _} -> send(:main, {name, reason})
  end
end

Process.register(self(), :main)

told = fn ->
  fun = fn fun -> receive do x -> [x | fun.(fun)] after 100 -> [] end end
  IO.inspect(fun.(fun))
end

Client.__info__(:functions)
{:ok, s} = GenServer.start(Slow, 1)
Client.call(s, :x, 20, :warm)
told.()

spawn(fn ->
  GenServer.cast(s, {:sleep, 20})
  Client.call(s, :x, 20, :first)
end)

spawn(fn -> receive do after 20 -> send(:main, :three) end end)
told.()

# The server began to sleep before the call was made: its reply is there when the client looks.
GenServer.cast(s, {:sleep, 20})
:erlang.yield()
spawn(fn -> Client.call(s, :x, 20, :in_time) end)
told.()

spawn(fn -> Client.call(s, {:sleep, 20}, 20, :own) end)
told.()

task = Task.async(fn -> Process.sleep(20) && :done end)
:erlang.yield()
IO.inspect(try do Task.await(task, 20) catch :exit, {r, _} -> r end)
