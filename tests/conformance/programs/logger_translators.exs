# Translators of Logger are asked, the newest first, for what OTP reports; what none knows is told as it is.
require Logger

defmodule T do
  def one(min, level, :format, {format, args}), do: (IO.inspect({:one, min, level, :format, to_string(format), length(args)}); :none)
  def one(_, :error, :report, {:logger, %{label: {:gen_server, :terminate}} = report}), do: {:ok, ["server ", inspect(report.last_message)], [mine: 1]}
  def one(_, _, :report, {label, report}) when is_map(report) do
    IO.inspect({:report, label, report |> Map.keys() |> Enum.sort()})
    if Map.has_key?(report, :skip), do: :skip, else: :none
  end
  def one(_, _, :report, {label, _}), do: (IO.inspect({:label, label}); :none)
  def two(_, _, _, _), do: {:ok, "two"}
  def raises(_, _, _, _), do: raise("translator")
end

defmodule Own do
  @behaviour :gen_event
  def init(_), do: {:ok, nil}
  def handle_call(_, s), do: {:ok, :ok, s}
  def handle_event({level, _, {Logger, msg, _, md}}, s) do
    text = IO.chardata_to_string(msg) |> String.split("\n") |> Enum.take(2)
    IO.inspect({level, text, md[:mine], md[:crash_reason] |> reason(), md[:registered_name]})
    {:ok, s}
  end
  def handle_event(_, s), do: {:ok, s}
  def handle_info(_, s), do: {:ok, s}
  defp reason({e, stack}) when is_list(stack), do: e
  defp reason(other), do: other
end

defmodule S do
  use GenServer
  def init(a), do: {:ok, a}
  def handle_cast(:stop, s), do: {:stop, :why, s}
  def handle_cast(:raise, _), do: raise("in server")
end

{:ok, _} = Logger.add_backend(Own)
fails = fn message ->
  {:ok, p} = GenServer.start(S, 1, name: Named)
  ref = Process.monitor(p)
  GenServer.cast(p, message)
  receive do {:DOWN, ^ref, _, _, _} -> :ok end
  Logger.flush()
end
fails.(:stop)
fails.(:raise)
Task.start(fn -> exit(:of_task) end)
Process.sleep(20)
spawn(fn -> raise ArgumentError, "raw" end)
Process.sleep(20)
Logger.flush()
IO.inspect(Logger.add_translator({T, :one}))
fails.(:stop)
Logger.error(a: 1); Logger.flush()
Logger.error(%{skip: 1}); Logger.flush()
:logger.error('~p and ~s', [:x, "y"]); Logger.flush()
:logger.error(%{label: {:my, :label}, report: [a: 1]}); Logger.flush()
:error_logger.error_msg('old ~p', [1]); Logger.flush()
:error_logger.error_report([a: 1, b: 'x']); Logger.flush()
:error_logger.warning_report("w"); Logger.flush()
:error_logger.info_report(:typed, %{k: 1}); Logger.flush()
Logger.error("a text is no report")
Logger.flush()
IO.inspect(Logger.add_translator({T, :two}))
Logger.error(a: 1)
Logger.flush()
IO.inspect(Logger.remove_translator({T, :two}))
IO.inspect(Logger.remove_translator({T, :one}))
IO.inspect(Logger.add_translator({T, :raises}))
Logger.error(a: 1)
Logger.flush()
IO.inspect(Logger.remove_translator({T, :raises}))
{:ok, %{config: config}} = :logger.get_handler_config(Logger)
IO.inspect(config.translators)
