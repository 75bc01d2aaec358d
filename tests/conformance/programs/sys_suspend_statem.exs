# A state machine that is suspended: its timers run, its events wait.
defmodule Light do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(t), do: {:ok, :red, t, [{:state_timeout, t, :next}]}
  def handle_event(:state_timeout, :next, :red, t), do: (IO.puts("green"); {:next_state, :green, t, [{:state_timeout, t, :next}]})
  def handle_event(:state_timeout, :next, :green, t), do: (IO.puts("red"); {:next_state, :red, t, [{:state_timeout, t, :next}]})
  def handle_event(:cast, what, state, _), do: (IO.puts("#{what} while #{state}"); :keep_state_and_data)
  def handle_event({:call, from}, :state, state, _), do: {:keep_state_and_data, [{:reply, from, state}]}
  def handle_event(:info, what, _, _), do: (IO.inspect({:info, what}); :keep_state_and_data)
  def terminate(why, state, data), do: IO.inspect({:terminate, why, state, data})
end

{:ok, pid} = :gen_statem.start({:local, :light}, Light, 100, [])
Process.sleep(50)
IO.inspect(:sys.get_state(pid))
IO.inspect(:sys.suspend(:light))
:gen_statem.cast(pid, :first)
send(pid, :hello)
IO.inspect(try do :gen_statem.call(pid, :state, 10) catch :exit, {reason, _} -> reason end)
Process.sleep(60)
IO.puts("its time is over")
:gen_statem.cast(pid, :second)
IO.inspect(:sys.get_state(pid))
IO.inspect(:sys.replace_state(pid, fn {state, t} -> {state, t + 1} end))
IO.inspect(:sys.resume(pid))
IO.inspect(:gen_statem.call(pid, :state))
:sys.suspend(pid)
IO.inspect(:gen_statem.stop(pid, :shutdown, 100))
IO.inspect(Process.whereis(:light))
