# Report handlers of :error_logger are handlers of a manager that gets events in their older form.
defmodule H do
  @behaviour :gen_event
  def init(x), do: (IO.inspect({:init, x}); {:ok, x})
  def handle_event({tag, gl, {pid, a, b}}, s) do
    IO.inspect({tag, is_pid(gl), if(is_pid(pid), do: :pid, else: pid), shown(a), shown(b)})
    {:ok, s}
  end
  def handle_call(x, s), do: {:ok, x, s}
  def handle_info(_, s), do: {:ok, s}
  def terminate(r, s), do: (IO.inspect({:terminate, r, s}); :ok)
  defp shown([pid, {e, stack}]) when is_pid(pid) and is_list(stack), do: {:of_pid, e}
  defp shown([[_ | _] = mine, _]), do: Keyword.keys(mine)
  defp shown(x), do: x
end
defmodule S do
  use GenServer
  def init(a), do: {:ok, a}
end
Logger.configure_backend(:console, level: :none)
IO.inspect(:error_logger.which_report_handlers())
IO.inspect(:error_logger.delete_report_handler(H))
IO.inspect(:error_logger.add_report_handler(H, :arg))
IO.inspect(:error_logger.which_report_handlers())
IO.inspect(:logger.get_handler_ids())
wait = fn -> Process.sleep(60) end
:error_logger.error_msg('e ~p', [1]); wait.()
:error_logger.error_msg("plain"); wait.()
:error_logger.format('f ~p', [2]); wait.()
:error_logger.warning_msg('w ~p', [3]); wait.()
:error_logger.info_msg('i'); wait.()
:error_logger.error_report(a: 1); wait.()
:error_logger.error_report(:mine, {:x, 1}); wait.()
:error_logger.warning_report("w"); wait.()
:error_logger.info_report(:typed, [1]); wait.()
:logger.error("not for it"); wait.()
spawn(fn -> raise "raw" end); wait.()
IO.inspect(:error_logger.warning_map())
{:ok, p} = GenServer.start(S, 1)
ref = Process.monitor(p)
send(p, :unknown); wait.()
_ = ref
IO.inspect(:gen_event.call(:error_logger, H, :hello))
IO.inspect(:error_logger.delete_report_handler(H))
IO.inspect(:error_logger.which_report_handlers())
IO.inspect(:logger.get_handler_ids())
:error_logger.error_msg("nobody hears"); wait.()
IO.inspect(:error_logger.add_report_handler(H))
IO.inspect(:error_logger.add_report_handler(Nope) |> elem(0))
