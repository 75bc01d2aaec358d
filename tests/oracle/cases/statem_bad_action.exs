# An action that is none ends the machine, in the state and with the data that it was to have.
Code.require_file("../statem_reports.exs", __DIR__)
defmodule Machine do
  @behaviour :gen_statem
  def callback_mode, do: :state_functions
  def init(data), do: {:ok, :idle, data}
  def idle({:call, from}, {:replying, make}, _), do: make.(from)
  def idle(:cast, {:give, result}, _), do: result
  def idle(:cast, {:run, f}, _), do: f.()
  def busy(_, _, _), do: :keep_state_and_data
  def terminate(reason, state, data), do: IO.inspect({:terminate, reason, state, data})
end

ended = fn act ->
  {:ok, pid} = :gen_statem.start(Machine, :data, [])
  ref = Process.monitor(pid)
  act.(pid)
  receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(if is_tuple(reason) and is_list(elem(reason, 1)), do: elem(reason, 0), else: reason)
  after 300 -> IO.puts("alive") end
end

for result <- [{:next_state, :busy, 1, [:nonsense]}, {:next_state, :busy, 1, -1}, {:keep_state, 1, {:timeout, -5, :x}}, {:keep_state, 1, [{:reply, :nobody, 1}]},
  {:keep_state, 1, [{:next_event, :enter, 1}]}, {:keep_state, 1, [{:state_timeout, :soon, 1}]}, {:keep_state, 1, [{:hibernate, 1}]},
  {:keep_state, 1, [{{:timeout, 1, 2}, 5, 1}]}, {:keep_state, 1, [{:timeout, :update}]}, {:keep_state, 1, [{:timeout, 5, 1, [:abs]}]}] do
  ended.(&:gen_statem.cast(&1, {:give, result}))
end
Process.sleep(50)
