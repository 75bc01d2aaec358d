# Late replies after a timeout are dropped with aliases, kept with a hand-made call.
defmodule Slow do
  use GenServer
  def init(_), do: {:ok, 0}
  def handle_call({:w, n}, _, s), do: (Process.sleep(n); {:reply, {:late, n}, s + 1})
end
{:ok, p} = GenServer.start_link(Slow, 1)
IO.inspect(try do GenServer.call(p, {:w, 20}, 5) catch :exit, {:timeout, {m, f, [_ | a]}} -> {m, f, a} end)
Process.sleep(40)
IO.inspect(Process.info(self(), :messages))
ref = make_ref()
send(p, {:"$gen_call", {self(), ref}, {:w, 5}})
receive do {^ref, x} -> IO.inspect(x) after 2 -> IO.puts("late") end
Process.sleep(10)
IO.inspect(receive do {^ref, x} -> x after 0 -> :none end)
mref = Process.monitor(p, alias: :reply_demonitor)
send(p, {:"$gen_call", {self(), [:alias | mref]}, {:w, 1}})
IO.inspect(receive do {[:alias | ^mref], x} -> x after 20 -> :none end)
IO.inspect(Process.demonitor(mref, [:flush, :info]))
req = :gen_server.send_request(p, {:w, 2})
IO.inspect(:gen_server.wait_response(req, 0))
IO.inspect(:gen_server.wait_response(req, 50))
req = :gen_server.send_request(p, {:w, 2})
IO.inspect(:gen_server.receive_response(req, 0))
Process.sleep(10)
IO.inspect(Process.info(self(), :messages))
req = :gen_server.send_request(p, {:w, 2})
Process.sleep(10)
m = receive do m -> m end
IO.inspect(:gen_server.check_response(m, req))
IO.inspect(:gen_server.check_response(:other, req))
req = :gen_server.send_request(:nosuch, :x)
IO.inspect(:gen_server.wait_response(req, 50) |> elem(1) |> elem(0))
