# A gen_statem with postponed events, generic timeouts, replies as actions, inner events and entering states.
defmodule Door do
  @behaviour :gen_statem
  def start(a \\ []), do: :gen_statem.start_link(__MODULE__, a, [])
  def callback_mode, do: [:state_functions, :state_enter]
  def init(_), do: {:ok, :locked, %{code: [1, 2], got: [], n: 0}}
  def locked(:enter, old, d), do: (IO.inspect({:enter_locked, old}); {:keep_state, %{d | got: []}})
  def locked(:cast, {:digit, n}, d) do
    got = d.got ++ [n]
    if got == d.code, do: {:next_state, :open, %{d | got: []}}, else: {:keep_state, %{d | got: got}, [{:state_timeout, 30, :forget}]}
  end
  def locked(:state_timeout, :forget, d), do: (IO.puts("forgotten"); {:keep_state, %{d | got: []}})
  def locked({:call, _}, :pass, _), do: {:keep_state_and_data, :postpone}
  def locked(:info, m, _), do: (IO.inspect({:info_locked, m}); :keep_state_and_data)
  def locked({:timeout, n}, c, _), do: (IO.inspect({:generic, n, c, :locked}); :keep_state_and_data)
  def locked({:call, f}, {:state}, d), do: {:keep_state_and_data, [{:reply, f, {:locked, d}}]}
  def open(:enter, old, _), do: (IO.inspect({:enter_open, old}); {:keep_state_and_data, [{:state_timeout, 50, :close}]})
  def open(:state_timeout, :close, d), do: {:next_state, :locked, d}
  def open({:call, from}, :pass, d), do: {:keep_state, %{d | n: d.n + 1}, [{:reply, from, {:passed, d.n + 1}}]}
  def open({:call, f}, :again, _), do: {:repeat_state_and_data, {:reply, f, :repeated}}
  def open({:call, f}, :generic, _), do: {:keep_state_and_data, [{:reply, f, :ok}, {{:timeout, :a}, 10, 1}, {{:timeout, :b}, 5, 2}, {{:timeout, :c}, 70, 3}]}
  def open({:timeout, :b}, c, _), do: (IO.inspect({:b, c}); {:keep_state_and_data, [{{:timeout, :a}, :cancel}]})
  def open({:timeout, n}, c, _), do: (IO.inspect({:generic, n, c, :open}); :keep_state_and_data)
  def open({:call, f}, :inner, _), do: {:keep_state_and_data, [{:next_event, :internal, :x}, {:next_event, :internal, :y}, {:reply, f, :ok}]}
  def open(:internal, e, _), do: (IO.inspect({:internal, e}); :keep_state_and_data)
  def open(:cast, {:digit, _}, _), do: :keep_state_and_data
  def open(:info, m, _), do: (IO.inspect({:info_open, m}); {:keep_state_and_data, 5})
  def open(:timeout, c, _), do: (IO.inspect({:event_timeout, c}); :keep_state_and_data)
end
{:ok, d} = Door.start()
me = self()
spawn(fn -> send(me, {:reply, :gen_statem.call(d, :pass)}) end)
Process.sleep(1)
:gen_statem.cast(d, {:digit, 1})
Process.sleep(40)
for n <- [1, 2], do: :gen_statem.cast(d, {:digit, n})
receive do m -> IO.inspect(m) end
IO.inspect(:gen_statem.call(d, :again))
IO.inspect(:gen_statem.call(d, :inner))
IO.inspect(:gen_statem.call(d, :generic))
send(d, :hello)
Process.sleep(20)
send(d, :world)
send(d, :world2)
Process.sleep(60)
IO.inspect(:sys.get_state(d))
IO.inspect(:gen_statem.call(d, {:state}))
Process.sleep(100)
IO.inspect(try do :gen_statem.call(d, :pass, 10) catch :exit, {r, _} -> r end)
IO.inspect(try do :gen_statem.call(d, :pass, {:clean_timeout, 10}) catch :exit, {r, _} -> r end)
Process.sleep(1)
receive do m -> IO.inspect(m) after 0 -> IO.puts("nothing") end
:gen_statem.stop(d)
IO.inspect(Process.alive?(d))
