# and, or, &&, ||, !, not, in, if chains, unless, values of expressions.
IO.inspect({nil || 1, false || nil, 1 && 2, nil && 1, !1, !nil, not true})
IO.inspect({true and 5, false and raise("no"), true or raise("no"), false or :x})
IO.inspect(1 in [1, 2] and 3 not in [1, 2])
x = 5
IO.inspect(if(x > 3, do: :big))
IO.inspect(if x < 3, do: :small)
IO.inspect(unless x > 3, do: :small, else: :large)
IO.inspect(x |> Kernel.==(5))
IO.inspect((x == 5 && "five") || "other")

try do
  IO.inspect(1 and true)
rescue
  e in BadBooleanError -> IO.puts(Exception.message(e))
end

IO.inspect(is_nil(nil))
IO.inspect(case 1 do 1 -> :one; _ -> :other end)
IO.inspect(cond do x == 4 -> :four; x == 5 -> :five end)
