# reraise keeps the exception; a function body may rescue.
defmodule Re do
  def risky(n) do
    if n > 1, do: raise("too big: #{n}"), else: n
  rescue
    e in RuntimeError ->
      IO.puts("seen: " <> e.message)
      reraise e, __STACKTRACE__
  after
    IO.puts("cleaned")
  end
end
IO.inspect(Re.risky(1))
try do
  Re.risky(2)
rescue
  e -> IO.inspect(e)
end
Re.risky(3)
