# A gen_statem with handle_event: data as state, time-outs updated and absolute, stop with replies, bad returns.
defmodule H do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(a), do: a
  def terminate(r, s, d), do: IO.inspect({:terminate, r, s, d})
  def handle_event({:call, f}, {:ret, fun}, s, d), do: fun.(f, s, d)
  def handle_event({:call, f}, :get, s, d), do: {:keep_state_and_data, {:reply, f, {s, d}}}
  def handle_event(t, c, s, d) do
    IO.inspect({t, c, s, d})
    :keep_state_and_data
  end
end
Process.flag(:trap_exit, true)
start = fn a -> :gen_statem.start_link(H, a, []) end
mail = fn f -> receive do {:EXIT, _, r} -> IO.inspect({:exit, r}); f.(f); m -> IO.inspect(m); f.(f) after 2 -> :ok end end
for a <- [{:stop, :no}, :ignore, {:ok, 1}, :x, {:ok, 1, 2, {:state_timeout, 5, :st}}, {:ok, 1, 2, 5}, {:error, :e}] do
  r = start.(a)
  IO.inspect({a, case r do {:ok, _} -> :ok; o -> o end})
  Process.sleep(10)
  mail.(mail)
end
{:ok, p} = start.({:ok, {:s, 0}, []})
ret = fn g -> try do :gen_statem.call(p, {:ret, g}, 50) catch :exit, {r, _} -> {:exit, r} end end
IO.inspect(ret.(fn f, {:s, n}, d -> {:next_state, {:s, n + 1}, [n | d], [{:reply, f, :one}, {:state_timeout, 10, :x}]} end))
IO.inspect(ret.(fn f, _s, _d -> {:keep_state_and_data, [{:state_timeout, :update, :y}, {:reply, f, :upd}]} end))
Process.sleep(15)
IO.inspect(ret.(fn f, s, d -> {:next_state, s, [:same | d], [{:reply, f, :same}, {{:timeout, 1}, 5, :g}, {:timeout, 3, :ev}]} end))
Process.sleep(15)
IO.inspect(ret.(fn f, _, _ -> {:keep_state_and_data, [{:reply, f, :abs}, {{:timeout, :abs}, :erlang.monotonic_time(:millisecond) + 8, :abs, [abs: true]}, {:state_timeout, :infinity, 1}, {:state_timeout, 0, :zero}]} end))
Process.sleep(15)
IO.inspect(ret.(fn f, _, _ -> {:keep_state_and_data, [{:next_event, :cast, 1}, {:next_event, :info, 2}, {:next_event, {:call, f}, :get}, :hibernate]} end))
IO.inspect(ret.(fn f, s, d -> {:stop_and_reply, :normal, [{:reply, f, :bye}], [s | d]} end))
mail.(mail)
for g <- [fn _, _, _ -> :bad end, fn _, _, _ -> {:keep_state_and_data, [:nonsense]} end, fn _, _, _ -> {:keep_state_and_data, {:state_timeout, -1, 2}} end,
          fn _, _, _ -> {:stop, :why} end, fn _, _, d -> {:stop, {:shutdown, :x}, [:new | d]} end, fn _, _, _ -> :stop end, fn _, _, _ -> raise "oops" end,
          fn _, _, _ -> throw({:keep_state, 1}) end, fn _, _, _ -> exit(:gone) end, fn f, _, _ -> {:keep_state, 5, {:reply, f, 9}} end] do
  {:ok, p} = start.({:ok, :s, []})
  r = try do :gen_statem.call(p, {:ret, g}, 20) catch :exit, {r, _} -> {:exit, (case r do {r, st} when is_list(st) -> {r, :stack}; r -> r end)} end
  IO.inspect(r)
  receive do {:EXIT, _, {r, st}} when is_list(st) -> IO.inspect({:exit, r}); {:EXIT, _, r} -> IO.inspect({:exit, r}) after 5 -> :none end
end
