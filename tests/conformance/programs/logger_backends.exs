# Backends of Logger are handlers of events in Logger's own manager; one that fails is installed again.
require Logger

defmodule Mine do
  @behaviour :gen_event
  def init({__MODULE__, opts}), do: {:ok, %{opts: opts, n: 0}} |> tap(fn _ -> IO.inspect({:init, opts}) end)
  def init(__MODULE__), do: (IO.puts("init plain"); {:ok, %{opts: [], n: 0}})
  def handle_call({:configure, opts}, s), do: {:ok, {:configured, opts}, %{s | opts: opts}}

  def handle_event({level, gl, {Logger, msg, {date, time}, md}}, s) do
    kept = md |> Keyword.drop([:gl, :pid, :time, :file, :crash_reason, :report_cb, :error_logger, :line]) |> Enum.sort()
    text = msg |> IO.chardata_to_string() |> String.split("\n") |> hd() |> String.replace(~r/#PID<[^>]*>/, "PID")
    IO.inspect({level, is_pid(gl), text, tuple_size(date), tuple_size(time), kept})
    if msg == "crash", do: raise("backend"), else: {:ok, %{s | n: s.n + 1}}
  end

  def handle_event(:flush, s), do: (IO.inspect({:flush, s.n}); {:ok, s})
  def handle_info(_, s), do: {:ok, s}
  def terminate({:error, {:EXIT, {e, _}}}, s), do: IO.inspect({:terminate, e, s.n})
  def terminate(r, s), do: IO.inspect({:terminate, r, s.n})
end

defmodule M do
  require Logger

  def go do
    Logger.info("hi", a: 1)
    Logger.warn("w")
    Logger.critical("c", domain: [:x])
    Logger.error(k: 1)
    Logger.notice(["io", ?l, ["x"]])
    :logger.debug('f ~p', [1])
  end
end

Logger.configure_backend(:console, level: :none)
IO.inspect(elem(Logger.add_backend(Mine), 0))
IO.inspect(Logger.add_backend(Mine))
M.go()
Logger.flush()
IO.inspect(Logger.configure_backend(Mine, x: 1))
IO.inspect(elem(Logger.add_backend({Mine, :second}), 0))
Logger.debug("both")
Logger.flush()
IO.inspect(Logger.remove_backend({Mine, :second}))
IO.inspect(Logger.remove_backend({Mine, :second}))
Logger.error("crash")
Process.sleep(50)
Logger.flush()
Logger.error("after")
Logger.flush()
IO.inspect(:gen_event.which_handlers(Logger))
IO.inspect(Logger.remove_backend(:console))
IO.inspect(:gen_event.which_handlers(Logger))
IO.inspect(elem(Logger.add_backend(:console), 0))
IO.inspect(Logger.remove_backend(Mine))
IO.inspect(Logger.remove_backend(Nope))
IO.inspect(elem(Logger.add_backend(Nope), 0))
