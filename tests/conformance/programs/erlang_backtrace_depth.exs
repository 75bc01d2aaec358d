# How deep stack traces are.
defmodule Deep do
  def down(0), do: raise("bottom")
  def down(n), do: {n, deeper(n - 1)}
  def deeper(n), do: {n, down(n)}
end

length_of = fn ->
  try do
    Deep.down(30)
  rescue
    _ -> length(__STACKTRACE__)
  end
end

IO.inspect(length_of.())
IO.inspect(:erlang.system_flag(:backtrace_depth, 20))
IO.inspect(length_of.())
IO.inspect(:erlang.system_flag(:backtrace_depth, 3))
IO.inspect(length_of.())
IO.inspect(try do :erlang.system_flag(:backtrace_depth, :x) rescue e -> e end)
IO.inspect(try do :erlang.system_flag(:nope, 1) rescue e -> e end)
IO.inspect(try do :erlang.system_flag(:backtrace_depth, -1) rescue e -> e end)
