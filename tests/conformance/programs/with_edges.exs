# `with` at its edges: else without a match, guards, bare expressions, nested ones, bindings that leak, many steps.
defmodule W do
  def a(x) do
    with {:ok, y} when y > 1 <- x, z = y * 2, true <- z < 100, do: {:fine, z}, else: ({:error, r} -> {:err, r}; false -> :big)
  end
  def b(x) do
    with {:ok, y} <- x do
      y
    end
  end
  def c(m) do
    with %{a: a} <- m, {:ok, b} <- Map.fetch(m, :b), [c | _] <- b do
      {a, c}
    else
      :error -> :no_b
      [] -> :empty
      other when is_map(other) -> {:map, map_size(other)}
    end
  end
  def d(x) do
    with :ok <- x, _ = IO.puts("side"), IO.puts("bare"), do: :done
  end
  def e(x), do: with(y <- x, do: y)
  def f(x) do
    with {:ok, x} <- x, {:ok, x} <- x, do: x
  end
  def long(x) do
    with {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1},
         {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1},
         {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1},
         {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1},
         {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1},
         {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1},
         {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1},
         {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1},
         {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1},
         {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1},
         {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1},
         {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1},
         {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1}, {:ok, x} <- {:ok, x + 1} do
      x
    end
  end
end
for x <- [{:ok, 5}, {:ok, 1}, {:ok, 60}, {:error, :e}, :other], do: IO.inspect(try do W.a(x) rescue e -> Exception.message(e) end)
for x <- [{:ok, 5}, nil, {:error, 1}], do: IO.inspect(W.b(x))
for m <- [%{a: 1, b: [2]}, %{a: 1}, %{a: 1, b: []}, %{}, %{c: 1}, 5], do: IO.inspect(try do W.c(m) rescue e -> e end)
IO.inspect(W.d(:ok))
IO.inspect(W.d(:no))
IO.inspect(W.e(nil))
IO.inspect(W.f({:ok, {:ok, 3}}))
IO.inspect(W.f({:ok, 3}))
IO.inspect(W.long(0))
x = 1
r = with x <- 2, do: x
IO.inspect({x, r})
r = with {:ok, v} <- {:ok, 1}, w <- (case v do 1 -> :one; _ -> :many end), do: {v, w}
IO.inspect(r)
IO.inspect(try do with(1 <- raise("in step"), do: 1) rescue e in RuntimeError -> e.message end)
IO.inspect(with <<a, rest::binary>> <- "hello", ^a <- ?h, do: rest)
IO.inspect(with [h | t] when h == length(t) <- [1, 2], do: {h, t})
