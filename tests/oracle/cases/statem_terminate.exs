# terminate may raise, exit or throw; what it throws does not count.
Code.require_file("../statem_reports.exs", __DIR__)
defmodule Machine do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(how), do: {:ok, :one, how}
  def handle_event(:cast, :stop, _, _), do: :stop
  def terminate(_, _, :raise), do: raise("oops")
  def terminate(_, _, :exit), do: exit(:why)
  def terminate(_, _, :throw), do: throw(:ball)
  def terminate(_, _, _), do: :anything
end

for how <- [:raise, :exit, :throw, :nothing] do
  {:ok, pid} = :gen_statem.start(Machine, how, [])
  ref = Process.monitor(pid)
  :gen_statem.cast(pid, :stop)
  receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(if is_tuple(reason), do: elem(reason, 0), else: reason) end
end
Process.sleep(50)
