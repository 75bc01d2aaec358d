# Logger's macros: imported, captured, in a function and outside, at levels that are known only when they run.
Logger.configure_backend(:console, level: :none)
require Logger
defmodule Seen do
  def log(%{level: level, msg: msg, meta: meta}, _), do: IO.inspect({level, msg, Map.take(meta, [:a, :line, :mfa, :domain])})
end
:ok = :logger.add_handler(:seen, Seen, %{})
Logger.info(12)
f = &Logger.info/1
f.("captured")
import Logger
info("imported")
Enum.each(["each"], &Logger.debug/1)
IO.inspect Logger.info("value")
IO.inspect(Logger.log(:warn, "w", a: 1))
level = :notice
Logger.log(level, "n")
IO.inspect(try do Logger.log(:huh, "n") rescue e -> Exception.message(e) end)
IO.inspect(try do Logger.bare_log(:huh, "n") rescue e -> Exception.message(e) end)
defmodule M do
  require Logger
  @level :info
  def go(x), do: Logger.log(@level, fn -> IO.puts("made"); ["x", inspect(x)] end, a: x)
  def given(metadata), do: Logger.error("given", metadata)
  def given_map, do: Logger.bare_log(:error, "bare", %{a: 5})
  def in_fn, do: (fn -> Logger.warn("in fn") end).()
  def lazily, do: Logger.error(fn -> {"lazily", [a: 7]} end, domain: [:own])
end
M.go(1)
M.given(a: 3)
M.given(%{a: 4})
M.given_map()
M.in_fn()
M.lazily()
Logger.configure(level: :error)
M.go(2)
Logger.debug("#{IO.inspect(:never)}")
IO.inspect(Logger.info("not told"))
