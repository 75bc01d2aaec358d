r = try do
  1
rescue
  _ -> 2
else
  1 -> :one
  _ -> :other
after
  IO.puts("after")
end
IO.inspect(r)
defmodule Tr do
  def f do
    throw(:x)
  catch
    x -> {:caught, x}
  end
  def g do
    exit(:bye)
  catch
    :exit, r -> {:exit, r}
  end
  def h do
    :erlang.error(:boom)
  catch
    :error, r -> {:error, r}
  end
  def k do
    raise "a"
  rescue
    RuntimeError -> :runtime
  end
  def l do
    raise "a"
  rescue
    e in [ArgumentError] -> e
    e in _ -> {:any, e.message}
  end
end
IO.inspect({Tr.f(), Tr.g(), Tr.h(), Tr.k(), Tr.l()})
