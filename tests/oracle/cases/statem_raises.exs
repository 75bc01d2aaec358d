# What a state function raises or exits with ends the machine; what it throws is what it returns.
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

ended.(&:gen_statem.cast(&1, {:run, fn -> raise "oops" end}))
ended.(&:gen_statem.cast(&1, {:run, fn -> exit(:why) end}))
ended.(&:gen_statem.cast(&1, {:run, fn -> exit(:normal) end}))
ended.(&:gen_statem.cast(&1, {:run, fn -> throw({:stop, :thrown}) end}))
ended.(&:gen_statem.cast(&1, {:run, fn -> throw(:ball) end}))
ended.(&:gen_statem.cast(&1, {:run, fn -> throw(:keep_state_and_data) end}))
Process.sleep(50)
