# Requests whose replies are asked for later, of servers and of state machines: late, lost, of nobody.
defmodule S do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call({:after, ms}, from, s) do
    Process.send_after(self(), {:reply, from, ms}, ms)
    {:noreply, s}
  end
  def handle_call(:die, _, _), do: exit({:shutdown, :dead})
  def handle_info({:reply, f, m}, s) do
    GenServer.reply(f, {:late, m})
    {:noreply, s}
  end
end
defmodule M do
  def callback_mode, do: :handle_event_function
  def init(x), do: {:ok, :on, x}
  def handle_event({:call, f}, {:after, ms}, _, _), do: {:keep_state_and_data, [{{:timeout, f}, ms, ms}]}
  def handle_event({:timeout, f}, ms, _, _), do: {:keep_state_and_data, [{:reply, f, {:late, ms}}]}
  def handle_event({:call, _}, :die, _, _), do: {:stop, {:shutdown, :dead}}
end
{:ok, s} = GenServer.start(S, 1)
{:ok, m} = :gen_statem.start(M, 1, [])
for {mod, p} <- [{:gen_server, s}, {:gen_statem, m}] do
  r1 = mod.send_request(p, {:after, 200})
  IO.inspect(mod.wait_response(r1, 20))
  IO.inspect(mod.wait_response(r1, 1000))
  r2 = mod.send_request(p, {:after, 200})
  IO.inspect(mod.receive_response(r2, 20))
  Process.sleep(400)
  IO.inspect(Process.info(self(), :message_queue_len))
  r3 = mod.send_request(p, {:after, 1})
  receive do
    message -> IO.inspect({mod.check_response(:other, r3), mod.check_response(message, r3)})
  end
  r4 = mod.send_request(p, :die)
  {:error, {why, who}} = mod.wait_response(r4, 100)
  IO.inspect({why, who == p})
  r5 = mod.send_request(p, :x)
  IO.inspect(mod.receive_response(r5, 100) == {:error, {:noproc, p}})
  r6 = mod.send_request(:nobody, :x)
  IO.inspect(mod.receive_response(r6, 100))
end
