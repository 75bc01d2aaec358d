# A module whose body waits, defined in a function and in a closure.
defmodule Mac do
  defmacro once(x) do
    quote do
      IO.puts(unquote(x))
      Process.sleep(1)
    end
  end
end
f = fn ->
  defmodule M do
    require Mac
    Mac.once("here")
  end
end
IO.inspect elem(f.(), 1)
defmodule Q do
  def f do
  defmodule N do
    require Mac
    Mac.once("there")
  end
  end
end
IO.inspect elem(Q.f(), 1)
