# A machine stops for the reason that it gives, with the data that it gives.
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

for result <- [:stop, {:stop, :normal}, {:stop, :shutdown, 1}, {:stop, {:shutdown, :done}}, {:stop, :bad}, {:stop, {:worse, "still"}, 2}] do
  ended.(&:gen_statem.cast(&1, {:give, result}))
end
Process.sleep(50)
