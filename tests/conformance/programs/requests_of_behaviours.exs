# Requests whose replies are asked for later, one by one and as collections, of servers, machines and managers.
defmodule S do
  use GenServer
  def init(a), do: {:ok, a}
  def handle_call({:wait, ms, x}, from, s), do: (Process.send_after(self(), {:reply, from, x}, ms); {:noreply, s})
  def handle_call(:die, _, _), do: exit(:dead)
  def handle_call(x, _, s), do: {:reply, {:got, x}, s}
  def handle_info({:reply, from, x}, s), do: (GenServer.reply(from, x); {:noreply, s})
end
defmodule SM do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(x), do: {:ok, :a, x}
  def handle_event({:call, from}, x, _, _), do: {:keep_state_and_data, [{:reply, from, {:sm, x}}]}
end
defmodule EH do
  @behaviour :gen_event
  def init(x), do: {:ok, x}
  def handle_event(_, s), do: {:ok, s}
  def handle_call({:wait, _}, s), do: {:ok, :waited, s}
  def handle_call(x, s), do: {:ok, {:eh, x}, s}
end
Logger.configure(level: :none)
{:ok, p} = GenServer.start(S, 1)
id = :gen_server.send_request(p, :a)
IO.inspect(:gen_server.wait_response(id, 100))
id = :gen_server.send_request(p, {:wait, 50, :late})
IO.inspect(:gen_server.wait_response(id, 10))
IO.inspect(:gen_server.wait_response(id, 100))
id = :gen_server.send_request(p, {:wait, 50, :late})
IO.inspect(:gen_server.receive_response(id, 10))
Process.sleep(60)
IO.inspect(Process.info(self(), :messages))
id = :gen_server.send_request(p, :b)
receive do msg -> IO.inspect(:gen_server.check_response(msg, id)) end
IO.inspect(:gen_server.check_response(:other, id))
IO.puts "--- collections"
coll = :gen_server.reqids_new()
IO.inspect(:gen_server.reqids_size(coll))
coll = :gen_server.send_request(p, {:wait, 20, 1}, :one, coll)
coll = :gen_server.send_request(p, {:wait, 10, 2}, :two, coll)
id = :gen_server.send_request(p, :three)
coll = :gen_server.reqids_add(id, :three, coll)
IO.inspect(:gen_server.reqids_size(coll))
IO.inspect(coll |> :gen_server.reqids_to_list() |> Enum.map(&elem(&1, 1)) |> Enum.sort())
IO.inspect(try do :gen_server.reqids_add(id, :again, coll) catch :error, e -> e end)
{{:reply, r}, label, coll} = :gen_server.receive_response(coll, 100, true)
IO.inspect({r, label, :gen_server.reqids_size(coll)})
{{:reply, r}, label, coll} = :gen_server.wait_response(coll, :infinity, true)
IO.inspect({r, label, :gen_server.reqids_size(coll)})
IO.inspect(:gen_server.wait_response(coll, 1, false))
receive do m -> {x, l, c} = :gen_server.check_response(m, coll, false); IO.inspect({x, l, :gen_server.reqids_size(c)}) end
IO.inspect(:gen_server.check_response(:foo, coll, true))
IO.inspect(:gen_server.receive_response(:gen_server.reqids_new(), 10, true))
IO.inspect(:gen_server.wait_response(:gen_server.reqids_new(), 10, true))
IO.inspect(:gen_server.check_response(:x, :gen_server.reqids_new(), true))
coll = :gen_server.send_request(p, :die, :dying, :gen_server.reqids_new())
{{:error, {r, who}}, l, c} = :gen_server.receive_response(coll, 100, true)
IO.inspect({r, who == p, l, :gen_server.reqids_size(c)})
id = :gen_server.send_request(:nobody, :x)
IO.inspect(:gen_server.wait_response(id, 100))
coll = :gen_server.send_request(p, :x, :gone, :gen_server.reqids_new())
IO.inspect(elem(:gen_server.receive_response(coll, {:abs, :erlang.monotonic_time(:millisecond) + 50}, true), 1))
IO.puts "--- statem"
{:ok, m} = :gen_statem.start(SM, 1, [])
id = :gen_statem.send_request(m, :q)
IO.inspect(:gen_statem.receive_response(id))
coll = :gen_statem.send_request(m, :r, :l, :gen_statem.reqids_new())
IO.inspect(:gen_statem.reqids_size(coll))
IO.inspect(elem(:gen_statem.receive_response(coll, 10, true), 0))
IO.inspect(:gen_statem.reqids_to_list(:gen_statem.reqids_new()))
IO.puts "--- gen_event"
{:ok, e} = :gen_event.start()
:gen_event.add_handler(e, EH, 1)
id = :gen_event.send_request(e, EH, :q)
IO.inspect(:gen_event.receive_response(id, 100))
id = :gen_event.send_request(e, Nope, :q)
IO.inspect(:gen_event.wait_response(id, 100))
coll = :gen_event.send_request(e, EH, {:wait, 1}, :lab, :gen_event.reqids_new())
IO.inspect(:gen_event.reqids_size(coll))
{r, l, c} = :gen_event.receive_response(coll, 100, true)
IO.inspect({r, l, :gen_event.reqids_size(c)})
id = :gen_event.send_request(e, EH, :c)
receive do m -> IO.inspect(:gen_event.check_response(m, id)) end
