# try at its edges: after and its order, values, reraise, nested ones, rescue forms, else, throw through functions, exits.
defmodule T do
  def order(f) do
    try do
      IO.puts("do")
      f.()
    rescue
      e in [ArgumentError, KeyError] -> IO.puts("rescued #{inspect(e.__struct__)}"); :rescued
      RuntimeError -> :runtime
      x in [ArithmeticError] -> {:arith, x.message}
      e -> {:other, e.__struct__}
    catch
      :throw, {:t, x} -> {:thrown, x}
      x when is_atom(x) -> {:caught_atom, x}
      :exit, :normal -> :exit_normal
      k, v -> {k, v}
    else
      v when is_integer(v) and v > 10 -> {:big, v}
      :a -> :else_a
      {:pass, x} -> x
    after
      IO.puts("after")
    end
  end
  def implicit(x) do
    if x == 0, do: raise("zero")
    x
  rescue
    e -> {:implicit, e.message}
  else
    1 -> :one
    n -> n
  after
    IO.puts("implicit after")
  end
  def early(list) do
    Enum.each(list, fn x -> if x > 2, do: throw({:found, x}) end)
    :none
  catch
    {:found, x} -> {:found, x}
  end
end
for f <- [fn -> 11 end, fn -> :a end, fn -> {:pass, 3} end, fn -> raise ArgumentError end, fn -> %{}[:a].b end, fn -> Map.fetch!(%{}, :k) end, fn -> raise "r" end,
          fn -> 1 / 0 end, fn -> :foo.bar() end, fn -> throw({:t, 1}) end, fn -> throw(:atom) end, fn -> throw("s") end, fn -> exit(:normal) end, fn -> exit(:other) end,
          fn -> :erlang.error(:custom) end, fn -> :erlang.error({:badmatch, 1}) end, fn -> (fn 1 -> 1 end).(2) end, fn -> hd([]) end, fn -> String.to_integer("x") end, fn -> :erlang.raise(:exit, :why, []) end] do
  IO.inspect(try do T.order(f) rescue e -> {:escaped, e} end)
end
IO.inspect(try do T.order(fn -> :unmatched end) rescue e -> {:escaped, e.__struct__, Exception.message(e)} end)
for x <- [0, 1, 2], do: IO.inspect(T.implicit(x))
IO.inspect(T.early([1, 2, 3]))
IO.inspect(T.early([1]))
r = try do
  try do raise "inner" after IO.puts("inner after") end
rescue e -> {e.message, length(__STACKTRACE__) > 0}
end
IO.inspect(r)
r = try do
  try do raise "one" rescue _ -> raise ArgumentError, "two" end
rescue e -> Exception.message(e)
end
IO.inspect(r)
r = try do
  try do raise "one" rescue e -> reraise e, __STACKTRACE__ end
rescue e -> Exception.message(e)
end
IO.inspect(r)
r = try do
  try do throw(1) after throw(2) end
catch x -> x
end
IO.inspect(r)
defmodule MyErr do
  defexception [:code, message: "default"]
  @impl true
  def exception(opts) when is_list(opts), do: %MyErr{code: opts[:code], message: "code #{opts[:code]}"}
  def exception(x), do: %MyErr{code: x}
end
defmodule Odd do
  defexception [:x]
  def message(e), do: "odd #{inspect(e.x)}"
end
IO.inspect(try do raise MyErr, code: 5 rescue e -> {e, Exception.message(e)} end)
IO.inspect(try do raise MyErr, 7 rescue e -> {e, Exception.message(e)} end)
IO.inspect(try do raise MyErr rescue e -> {e, Exception.message(e)} end)
IO.inspect(try do raise Odd, x: 1 rescue e -> {e, Exception.message(e)} end)
IO.inspect(try do raise Odd, y: 1 rescue e -> {e.__struct__, Exception.message(e)} end)
IO.inspect(try do raise NoSuchError rescue e -> {e.__struct__, Exception.message(e)} end)
IO.inspect(try do raise 5 rescue e -> {e.__struct__, Exception.message(e)} end)
IO.inspect(try do raise "a" <> "b" rescue e -> e end)
IO.inspect(try do raise %ArgumentError{} rescue e -> Exception.message(e) end)
IO.inspect(try do throw(:x) catch :throw, v -> v end)
IO.inspect(catch_it = try do exit({:shutdown, 1}) catch :exit, {:shutdown, n} -> n end)
IO.inspect(catch_it)
