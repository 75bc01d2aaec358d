# reraise with a stack trace; the exception is what it was.
defmodule Wrap do
  def run(f) do
    f.()
  rescue
    e in ArithmeticError ->
      IO.puts("logging: #{Exception.message(e)}")
      reraise e, __STACKTRACE__
  end
end

Wrap.run(fn -> 1 / 0 end)
