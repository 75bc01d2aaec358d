# A server that replies twice, to callers that wait for ever or not, and who the caller is.
defmodule S do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call({:twice, x}, from, s), do: (GenServer.reply(from, x); {:reply, :again, s})
  def handle_call(:from, from, s), do: {:reply, from, s}
  def handle_call(:later, from, s), do: {:noreply, [from | s]}
  def handle_cast(:now, s), do: (for(from <- s, do: GenServer.reply(from, :finally)); {:noreply, []})
end

{:ok, s} = GenServer.start(S, [])
IO.inspect(GenServer.call(s, {:twice, 1}))
IO.inspect(GenServer.call(s, {:twice, 2}, 100))
IO.inspect(Process.info(self(), :message_queue_len))
IO.inspect(GenServer.call(s, {:twice, 3}, :infinity))
IO.inspect(receive do {_, answer} -> answer after 5 -> :nothing end)
IO.inspect(GenServer.call(s, :from))
IO.inspect(GenServer.call(s, :from, :infinity))
IO.inspect(GenServer.reply(GenServer.call(s, :from), :dropped))
IO.inspect(receive do _ -> :something after 5 -> :nothing end)
IO.inspect(GenServer.reply(GenServer.call(s, :from, :infinity), :kept))
IO.inspect(receive do {_, answer} -> answer after 5 -> :nothing end)

# by hand
ref = make_ref()
send(s, {:"$gen_call", {self(), ref}, {:twice, :raw}})
monitor = Process.monitor(s)
send(s, {:"$gen_call", {self(), monitor}, {:twice, :monitor}})
send(s, {:"$gen_call", {self(), :tag}, {:twice, :tag}})
Process.sleep(5)
take = fn take, acc -> receive do m -> take.(take, acc ++ [m]) after 0 -> acc end end
IO.inspect(Enum.map(take.(take, []), fn {^ref, x} -> {:ref, x}; {^monitor, x} -> {:monitor, x}; other -> other end))
GenServer.reply({self(), :mine}, 1)
IO.inspect(GenServer.reply({:nobody, :mine}, 1))
IO.inspect(take.(take, []))
IO.puts(try do GenServer.reply(:x, 1) rescue e -> Exception.message(e) end)

# a call that gives up, and a reply that comes after it
IO.inspect(try do GenServer.call(s, :later, 5) catch :exit, {reason, _} -> reason end)
task = Task.async(fn -> GenServer.call(s, :later) end)
Process.sleep(5)
GenServer.cast(s, :now)
IO.inspect(Task.await(task))
IO.inspect(take.(take, []))
