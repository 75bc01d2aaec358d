# An event that no clause of the state takes ends the machine; so does a state without a function.
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

ended.(&send(&1, :unknown))
ended.(fn pid -> :gen_statem.cast(pid, {:give, {:next_state, :nowhere, 1}}); :gen_statem.cast(pid, :more) end)
ended.(fn pid -> :gen_statem.cast(pid, {:give, {:next_state, {:no, "atom"}, 1}}); :gen_statem.cast(pid, :more) end)
Process.sleep(50)
