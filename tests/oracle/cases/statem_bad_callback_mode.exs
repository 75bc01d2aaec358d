# A machine whose callback mode is none has started, and ends.
Code.require_file("../statem_reports.exs", __DIR__)
defmodule Machine do
  @behaviour :gen_statem
  def callback_mode, do: Process.get(:mode)
  def init(mode) do
    Process.put(:mode, mode)
    {:ok, :one, 1}
  end
end

Process.flag(:trap_exit, true)
for mode <- [:nonsense, [:state_enter], []] do
  {:ok, pid} = :gen_statem.start_link(Machine, mode, [])
  receive do {:EXIT, ^pid, {reason, _}} -> IO.inspect(reason) end
end
Process.sleep(50)
