# Filters of :logger, primary ones and those of handlers, and levels of modules.
require Logger

defmodule Seen do
  def log(%{level: level, msg: msg, meta: meta}, %{id: id}), do: IO.inspect({id, level, msg, Map.get(meta, :x), Map.get(meta, :domain)})
end

:ok = :logger.add_handler(:seen, Seen, %{})
IO.inspect(:logger.add_primary_filter(:mark, {fn event, extra -> put_in(event.meta[:x], extra) end, 7}))
IO.inspect(:logger.add_primary_filter(:mark, {fn event, _ -> event end, 7}))
Logger.info("marked")
IO.inspect(:logger.add_primary_filter(:drop, {fn e, _ -> if e.msg == {:string, "drop"}, do: :stop, else: :ignore end, nil}))
Logger.info("drop")
Logger.info("kept")
IO.inspect(:logger.remove_primary_filter(:drop))
IO.inspect(:logger.remove_primary_filter(:drop))
IO.inspect(:logger.add_handler_filter(:seen, :level, {&:logger_filters.level/2, {:stop, :lt, :error}}))
Logger.info("below")
Logger.error("above")
IO.inspect(:logger.remove_handler_filter(:seen, :level))
IO.inspect(:logger.remove_handler_filter(:seen, :level))
IO.inspect(:logger.add_handler_filter(:seen, :domain, {&:logger_filters.domain/2, {:log, :sub, [:elixir, :db]}}))
IO.inspect(:logger.update_handler_config(:seen, :filter_default, :stop))
Logger.info("no domain")
Logger.info("in domain", domain: [:db, :pool])
:logger.info("erlang", %{domain: [:db]})
IO.inspect(:logger.remove_handler_filter(:seen, :domain))
IO.inspect(:logger.update_handler_config(:seen, :filter_default, :log))

for filter <- [:nope, {:nope, 1}, {fn _ -> 1 end, 1}], do: IO.inspect(elem(:logger.add_primary_filter(:g, filter), 0))
IO.inspect(:logger.add_handler_filter(:nope, :g, {fn e, _ -> e end, 1}))
IO.inspect(:logger.set_primary_config(:level, :huh))
IO.inspect(:logger.set_primary_config(:huh, 1))
IO.inspect(:logger.set_module_level(Quiet, :error))
defmodule Quiet do
  require Logger
  def go do
    Logger.info(IO.inspect("never made"))
    Logger.error(IO.inspect("made"))
  end
end
Quiet.go()
IO.inspect(Logger.get_module_level(Quiet))
IO.inspect(:logger.get_module_level())
IO.inspect(Logger.put_module_level([Quiet], :debug))
Quiet.go()
IO.inspect(Logger.delete_module_level(Quiet))
IO.inspect(Logger.get_module_level(Quiet))
IO.inspect(:logger.set_module_level([1], :error))
IO.inspect(:logger.set_module_level(Quiet, :huh))
IO.inspect(Logger.put_application_level(:nope, :error))
IO.inspect(:logger.allow(:debug, Quiet))
IO.inspect(:logger.compare_levels(:error, :info))
IO.inspect(:logger.compare_levels(:none, :emergency))
IO.inspect(:logger.compare_levels(:all, :debug))
IO.inspect(:logger.set_primary_config(%{level: :warning}))
IO.inspect(:logger.get_primary_config())
Logger.info("not any more")
Logger.warn("still")
IO.inspect(Logger.level())
