# The console takes a format, metadata, a level and colours; a backend of its kind prints on another device.
require Logger
alias Logger.Backends.Console

defmodule Own do
  def format(level, message, {_date, _time}, metadata), do: [to_string(level), ?|, message, ?|, inspect(Enum.sort(metadata[:only] || [])), ?\n]
end

shown = fn options, log ->
  {:ok, device} = StringIO.open("")
  {:ok, _} = Logger.add_backend({Console, [device: device] ++ options})
  log.()
  Logger.flush()
  :ok = Logger.remove_backend({Console, [device: device] ++ options})
  {:ok, {_, text}} = StringIO.close(device)
  IO.inspect(text)
end

Logger.configure_backend(:console, level: :none)
shown.([format: "[$level] $message\n"], fn -> Logger.info("one"); Logger.warn("two"); Logger.emergency("three") end)
shown.([format: "$metadata$message\n", metadata: [:b, :a, :none]], fn -> Logger.info("m", a: 1, b: :two) end)
shown.([format: "$metadata\n", metadata: [:atom, :mod, :f, :s, :pid?, :list, :tuple, :nil?, :domain]], fn ->
  Logger.info("m", atom: :x, mod: Enum, f: 1.5, s: "s", list: [1], tuple: {1}, nil?: nil)
end)
shown.([format: "$message,", level: :error], fn -> Logger.info("no"); Logger.error("yes"); Logger.critical("yes!") end)
shown.([format: "$message\n", colors: [enabled: true]], fn -> for l <- [:debug, :info, :notice, :warning, :error, :alert], do: Logger.log(l, "c") end)
shown.([format: "$message\n", colors: [enabled: true, info: :blue, warn: :magenta]], fn -> Logger.info("i"); Logger.warn("w"); Logger.error("e", ansi_color: :green) end)
shown.([format: {Own, :format}, metadata: [:only]], fn -> Logger.info("f", only: [b: 1, a: 2]) end)
shown.([format: "$level $message\n"], fn -> :logger.error(%{label: {:x, :y}, report: [a: 1]}); Logger.error(["io", [?x]]) end)

IO.inspect(Logger.Formatter.compile(nil))
IO.inspect(Logger.Formatter.compile("$date $time [$level]$node$message\n"))
IO.inspect(Logger.Formatter.compile({Own, :format}))
IO.inspect(try do Logger.Formatter.compile("$bad") rescue e -> e end)
pattern = Logger.Formatter.compile("$date $time $level $metadata$message")
IO.inspect(IO.chardata_to_string(Logger.Formatter.format(pattern, :warn, ["he", ?y], {{2024, 1, 9}, {1, 2, 3, 45}}, [a: 1, b: "x"])))
IO.inspect(Logger.Formatter.format_time({1, 22, 3, 4}))
IO.inspect(Logger.Formatter.format_date({2024, 11, 3}))
IO.inspect(Logger.Formatter.prune([1, ["hi", <<0xFF>>], "there"]))
IO.inspect(Logger.Formatter.prune(["hi" | :bad]))
Logger.configure(truncate: 10)
shown.([format: "$message\n"], fn -> Logger.info("0123456789"); Logger.info("0123456789a"); Logger.info(["01234", ["56789", ?a]]); Logger.info("ééééééé") end)
Logger.configure(truncate: :infinity)
shown.([format: "$message\n"], fn -> Logger.info("0123456789a") end)
