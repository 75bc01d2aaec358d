# A machine can reply to its callers while it stops.
Code.require_file("../statem_reports.exs", __DIR__)
defmodule Machine do
  @behaviour :gen_statem
  def callback_mode, do: :state_functions
  def init(data), do: {:ok, :idle, data}
  def idle({:call, from}, {:replying, make}, _), do: make.(from)
  def idle(:cast, {:give, result}, _), do: result
  def idle(:cast, {:run, f}, _), do: f.()
  def busy(_, _, _), do: :keep_state_and_data
end

ask = fn make -> IO.inspect(try do :gen_statem.call(:machine, {:replying, make}) catch :exit, {reason, _} -> {:exit, if(is_tuple(reason), do: elem(reason, 0), else: reason)} end) end
for make <- [
  &{:stop_and_reply, :normal, [{:reply, &1, :bye}]},
  &{:stop_and_reply, :oops, {:reply, &1, :bye}, :new_data},
  &{:stop_and_reply, :normal, [{:reply, &1, :bye}, :nonsense]},
  fn _ -> {:stop_and_reply, :normal, []} end,
  fn _ -> {:stop, {:oops, 1}} end
] do
  {:ok, _} = :gen_statem.start({:local, :machine}, Machine, :data, [])
  ask.(make)
  Process.sleep(100)
end
