# Calls that wait for each other: deadlocks found by timeouts, replies after the caller has gone, calls in init and in terminate.
defmodule D do
  use GenServer
  def init({:call, other}), do: {:ok, GenServer.call(other, :hi)}
  def init({:call_bad, other}), do: {:ok, (try do GenServer.call(other, :x, 5) catch :exit, {r, _} -> {:caught, r} end)}
  def init(s), do: {:ok, s}
  def handle_call({:ask, other}, _, s), do: {:reply, (try do GenServer.call(other, {:ask_back, self()}, 20) catch :exit, {r, _} -> {:exit, r} end), s}
  def handle_call({:ask_back, other}, _, s), do: {:reply, (try do GenServer.call(other, :hi, 10) catch :exit, {r, _} -> {:exit, r} end), s}
  def handle_call(:hi, _, s), do: {:reply, {:hi, s}, s}
  def handle_call(:slow, _, s), do: (Process.sleep(20); {:reply, :slow_done, s})
  def handle_call(:self, _, s), do: {:reply, (try do GenServer.call(self(), :hi) catch :exit, {r, _} -> r end), s}
  def handle_call({:delegate, to}, from, s), do: (send(to, {:answer, from}); {:noreply, s})
  def handle_call(:reply_twice, from, s), do: (GenServer.reply(from, :first); {:reply, :second, s})
  def handle_call(:stop_no_reply, _, s), do: {:stop, :normal, s}
  def handle_call(:reply_then_crash, from, _), do: (GenServer.reply(from, :ok_before); exit(:after_reply))
  def handle_info(m, s), do: (IO.inspect({:info, m}); {:noreply, s})
  def terminate(r, s), do: IO.inspect({:terminate, r, s})
end
t = fn f -> try do f.() catch :exit, {r, {GenServer, :call, _}} -> {:exit, r}; :exit, r -> {:exit_, r} end end
{:ok, a} = GenServer.start(D, :a)
{:ok, b} = GenServer.start(D, :b)
IO.inspect(t.(fn -> GenServer.call(a, {:ask, b}) end))
Process.sleep(30)
IO.inspect(t.(fn -> GenServer.call(a, :self) end))
IO.inspect(t.(fn -> GenServer.call(a, :slow, 5) end))
IO.inspect(t.(fn -> GenServer.call(a, :hi) end))
receive do m -> IO.inspect({:stray, m}) after 30 -> IO.puts("no stray") end
me = self()
spawn(fn -> send(me, {:delegated, GenServer.call(a, {:delegate, me})}) end)
receive do {:answer, from} -> GenServer.reply(from, :by_main) end
IO.inspect(receive do m -> m end)
IO.inspect(t.(fn -> GenServer.call(a, :reply_twice) end))
receive do m -> IO.inspect({:stray, elem(m, 1)}) after 5 -> IO.puts("no second reply") end
IO.inspect(t.(fn -> GenServer.call(b, :stop_no_reply) end))
{:ok, c} = GenServer.start(D, {:call, a})
IO.inspect(:sys.get_state(c))
IO.inspect(GenServer.start(D, {:call_bad, :nobody}) |> elem(1) |> :sys.get_state())
IO.inspect(GenServer.start(D, {:call, b}) |> then(fn {:error, {r, _}} -> r; o -> o end))
IO.inspect(t.(fn -> GenServer.call(c, :reply_then_crash) end))
Process.sleep(200)
IO.inspect(Process.alive?(c))
IO.inspect(GenServer.multi_call(:nobody, :x))
IO.inspect(GenServer.whereis(a) == a)
send(a, {:"$gen_call", {self(), make_ref()}, :hi})
receive do {_, r} -> IO.inspect({:raw, r}) end


