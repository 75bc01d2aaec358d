# Logger writes to standard error; nothing of it is on standard output.
require Logger
Logger.info("an info")
Logger.warning("a warning")
Logger.error("an error")
Logger.debug(fn -> "lazily" end)
IO.puts("printed")
IO.inspect(Logger.level())
Logger.configure(level: :error)
Logger.info("not shown")
IO.inspect(Logger.level())
