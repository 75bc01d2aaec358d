# In which order the operands of an expression are evaluated.
defmodule O do
  def t(x) do
    IO.write("#{inspect(x)} ")
    x
  end
  def boom(x), do: raise("boom#{x}")
end
import O
IO.inspect(t(1) + t(2) * t(3))
IO.inspect([t(1), t(2) | t([3])])
IO.inspect({t(1), t(2)})
IO.inspect(%{t(:a) => t(1), t(:b) => t(2)})
IO.inspect(%{%{a: 1} | a: t(2)})
IO.inspect(t("a") <> t("b"))
IO.inspect("#{t("x")}#{t("y")}")
IO.inspect(t(1) == t(2))
IO.inspect(t(1) in [t(1), t(2)])
IO.inspect(elem(t({1, 2}), t(1)))
IO.inspect(put_elem(t({1, 2}), t(1), t(3)))
IO.inspect(Map.put(t(%{}), t(:k), t(:v)))
IO.inspect(Map.get(t(%{}), t(:k), t(:v)))
IO.inspect(send(t(self()) && self(), t(:m)))
IO.inspect(t(fn a, b -> a + b end) |> is_function())
IO.inspect((fn a, b -> a + b end).(t(1), t(2)))
IO.inspect(apply(t(Kernel), t(:+), t([1, 2])))
IO.inspect(t([1]) ++ t([2]) -- t([1]))
IO.inspect(t(1)..t(3))
IO.inspect(<<t(1), t(2)::size(8)>>)
IO.inspect(t(5) |> div(t(2)))
IO.inspect(max(t(1), t(2)))
IO.inspect(if(t(true), do: t(1), else: t(2)))
IO.inspect(t(nil) || t(3))
IO.inspect(t(4) && t(5))
IO.inspect(with 1 <- t(1), x = t(2), do: t(x + 1))
IO.inspect(for x <- t([1, 2]), y <- t([3]), t(x + y) > 4, do: t({x, y}))
for f <- [fn -> boom(1) + boom(2) end, fn -> {boom(1), boom(2)} end, fn -> [boom(1) | boom(2)] end, fn -> %{boom(1) => boom(2)} end, fn -> boom(1) <> boom(2) end, fn -> elem(boom(1), boom(2)) end, fn -> Map.put(boom(1), boom(2), boom(3)) end, fn -> put_elem(boom(1), boom(2), boom(3)) end, fn -> is_map_key(boom(1), boom(2)) end, fn -> boom(1).(boom(2)) end, fn -> apply(boom(1), boom(2), boom(3)) end, fn -> boom(1).foo(boom(2)) end, fn -> %{boom(1) | a: boom(2)} end, fn -> send(boom(1), boom(2)) end, fn -> Process.send_after(boom(1), boom(2), boom(3)) end, fn -> boom(1) ++ boom(2) end, fn -> boom(1) == boom(2) end, fn -> boom(1) and boom(2) end, fn -> Map.fetch!(boom(1), boom(2)) end, fn -> Tuple.insert_at(boom(1), boom(2), boom(3)) end, fn -> <<boom(1), boom(2)>> end, fn -> boom(1)[boom(2)] end, fn -> boom(1)..boom(2) end, fn -> Process.group_leader(boom(1), boom(2)) end, fn -> Map.has_key?(boom(1), boom(2)) end, fn -> Map.delete(boom(1), boom(2)) end] do
  try do f.() rescue e -> IO.write(Exception.message(e) <> " ") end
end
IO.puts("")
x = 1
IO.inspect({x, (x = 2; x), x})
IO.inspect([a: t(1), b: t(2)])
IO.inspect(struct(t(URI), t([path: "a"])).path)
