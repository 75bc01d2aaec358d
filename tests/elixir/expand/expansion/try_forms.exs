defmodule T do
  def f(x) do
    if x == 1, do: raise("one")
    if x == 2, do: throw(:two)
    if x == 3, do: exit(:three)
    if x == 4, do: raise(ArgumentError, message: "four")
    :fine
  rescue
    e in RuntimeError -> {:rescued, e.message}
    e in [ArgumentError, KeyError] -> {:arg, Exception.message(e)}
  catch
    :throw, v -> {:thrown, v}
    :exit, r -> {:exited, r}
  else
    :fine -> :good
  after
    IO.puts("after #{x}")
  end
end
for x <- 0..4, do: IO.inspect(T.f(x))
