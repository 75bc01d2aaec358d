# A process asks where it is, and where another waits.
defmodule St do
  def f do
    {:current_stacktrace, st} = Process.info(self(), :current_stacktrace)
    Enum.map(st, fn {m, f, a, _} -> {m, f, a} end)
  end
  def g do
    x = f()
    x
  end
end
IO.inspect(St.g() |> Enum.take(2))
IO.inspect(elem(Process.info(self(), :current_stacktrace), 1) |> hd() |> Tuple.to_list() |> Enum.take(3))
pid = spawn(fn -> receive do :x -> 1 end end)
Process.sleep(10)
IO.inspect(Process.info(pid, :current_function))
