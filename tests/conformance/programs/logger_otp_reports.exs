# What OTP reports is given to handlers of :logger, as reports with their metadata.
defmodule Seen do
  def log(event, _) do
    meta = Map.drop(event.meta, [:time, :gl, :pid, :report_cb, :file])
    meta = Map.update(meta, :error_logger, nil, &Map.delete(&1, :report_cb))
    IO.inspect({event.level, shown(event.msg), meta, event.meta.pid == self()}, limit: :infinity)
  end

  defp shown({:report, %{label: {:proc_lib, :crash} = label, report: [mine, _]}}) do
    {kind, reason, _} = mine[:error_info]
    {label, Keyword.take(mine, [:initial_call, :registered_name, :message_queue_len, :messages, :trap_exit, :status]), kind, reason}
  end

  defp shown({:report, %{label: {:supervisor, what}, report: report}}) do
    {what, report[:errorContext], plain(report[:reason]), Keyword.drop(report[:offender] || report[:started], [:pid])}
  end

  defp shown({:report, %{report: %{reason: reason} = inner} = report}), do: %{report | report: %{Map.drop(inner, [:function]) | reason: plain(reason)}}
  defp shown({:report, %{reason: {:EXIT, reason}} = report}), do: %{report | reason: {:EXIT, plain(reason)}}
  defp shown({:report, %{reason: reason} = report}), do: %{report | reason: plain(reason), client_info: client(report[:client_info])}
  defp shown({format, [pid, reason]}), do: {format, [pid, plain(reason)]}
  defp shown(other), do: other
  defp client({pid, {who, stack}}), do: {pid, who, is_list(stack)}
  defp client(other), do: other
  defp plain({reason, stack}) when is_list(stack), do: reason
  defp plain(reason), do: reason
end
defmodule S do
  use GenServer
  def init(a), do: {:ok, a}
  def handle_call(:stop, _, s), do: {:stop, :why, s}
  def handle_cast(:raise, s), do: raise "oops #{s}"
end
defmodule Child do
  use GenServer
  def start_link(x), do: GenServer.start_link(__MODULE__, x)
  def init(:bad), do: {:stop, :no}
  def init(a), do: {:ok, a}
  def handle_cast(:raise, s), do: raise "child #{s}"
end
defmodule EH do
  @behaviour :gen_event
  def init(x), do: {:ok, x}
  def handle_event(:raise, _), do: raise "eh"
  def handle_call(_, s), do: {:ok, :ok, s}
end
:logger.add_handler(:seen, Seen, %{})
wait = fn -> Process.sleep(50) end
IO.puts "--- server"
{:ok, p} = GenServer.start(S, 1); GenServer.cast(p, :raise); wait.()
{:ok, p} = GenServer.start(S, 1, name: Nm); catch_exit = try do GenServer.call(p, :stop) catch :exit, r -> elem(r, 0) end; IO.inspect(catch_exit); wait.()
IO.puts "--- task"
Task.start(fn -> raise "in task" end); wait.()
Task.start(String, :to_integer, ["x"]); wait.()
IO.puts "--- raw"
spawn(fn -> raise "raw" end); wait.()
spawn(fn -> throw(:ball) end); wait.()
spawn(fn -> :erlang.error(:badarg) end); wait.()
IO.puts "--- unexpected"
{:ok, p} = GenServer.start(S, 1); send(p, :unknown); wait.()
{:ok, p} = Agent.start(fn -> 1 end); send(p, :unknown); wait.()
IO.puts "--- sup"
{:ok, sup} = Supervisor.start_link([{Child, 1}], strategy: :one_for_one); wait.()
[{_, c, _, _}] = Supervisor.which_children(sup); GenServer.cast(c, :raise); wait.()
IO.puts "--- gen_event"
{:ok, m} = :gen_event.start(); :gen_event.add_handler(m, EH, 1); :gen_event.notify(m, :raise); wait.()
IO.puts "--- error_logger"
:error_logger.error_msg('x ~p', [1])
:error_logger.warning_report(a: 1)
:error_logger.info_report(:t, "r")
:error_logger.error_report("r")
