# Handlers of :logger are given each event in the process that logs, and may be added, changed and removed.
require Logger
defmodule Seen do
  def log(event, config) do
    meta = Map.drop(event.meta, [:time, :gl, :pid, :file])
    IO.inspect({event.level, event.msg, meta, event.meta.pid == self(), is_integer(event.meta.time), is_pid(event.meta.gl)}, limit: :infinity)
    if config.config[:show], do: IO.inspect(config)
  end
end
defmodule Quiet do
  def log(_, _), do: :ok
  def adding_handler(c), do: {IO.inspect({:adding, c}), c} |> then(fn _ -> {:ok, Map.put(c, :added, true)} end)
  def removing_handler(c), do: IO.inspect({:removing, c})
  def changing_config(how, old, new), do: (IO.inspect({:changing, how, old, new}); {:ok, Map.put(new, :changed, how)})
end
defmodule M do
  require Logger
  def go(x) do
    Logger.info("in #{x}", a: 1)
    Logger.warn(fn -> {"lazy", b: 2} end)
    Logger.error(%{report: x})
    Logger.debug([k: x])
    Logger.notice(["io", ?l, "ist"])
    Logger.log(:critical, "by log")
    Logger.bare_log(:info, "bare", c: 3)
    :logger.info("erlang")
    :logger.warning('~p is ~s', [:x, "y"])
    :logger.error(%{a: 1}, %{domain: [:mine]})
    :logger.log(:notice, "logged", %{m: 1})
    :logger.debug(fn x -> {"f ~p", [x]} end, 7, %{})
    Logger.metadata(req: 5)
    Logger.info("with metadata", domain: [:web])
    :logger.update_process_metadata(%{more: 1})
    IO.inspect(:logger.get_process_metadata())
    IO.inspect(Logger.metadata())
    Logger.info("x")
    Logger.reset_metadata()
    IO.inspect(:logger.get_process_metadata())
  end
end
IO.inspect(:logger.get_handler_ids())
IO.inspect(:logger.add_handler(:seen, Seen, %{config: %{k: 1}}))
IO.inspect(:logger.add_handler(:seen, Seen, %{}))
IO.inspect(:logger.get_handler_ids())
Logger.info("top level")
M.go(1)
IO.inspect(:logger.get_handler_config(:seen))
IO.inspect(:logger.get_handler_config(:nope))
IO.inspect(:logger.add_handler(:quiet, Quiet, %{level: :error}))
IO.inspect(:logger.update_handler_config(:quiet, %{config: 5}))
IO.inspect(:logger.set_handler_config(:quiet, :level, :info))
IO.inspect(:logger.get_handler_config(:quiet))
IO.inspect(:logger.remove_handler(:quiet))
IO.inspect(:logger.remove_handler(:quiet))
IO.inspect(:logger.add_handler(:bad, Nope, %{}))
IO.inspect(:logger.add_handler(:bad, Seen, %{level: :nope}))
IO.inspect(:logger.add_handler("bad", Seen, %{}))
IO.inspect(:logger.get_primary_config() |> Map.drop([:handlers]), limit: :infinity)
IO.inspect(:logger.get_handler_config(Logger), limit: :infinity)
