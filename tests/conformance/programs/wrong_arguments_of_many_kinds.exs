# What the library says of a few arguments that are wrong.
defmodule M do
  def f(x), do: Integer.is_odd(x)
  def t(x), do: (try do x else 2 -> 3; _ -> 5 end)
  def t2(x), do: (try do x else 2 -> 3 end)
  def t3(x) do
    y = try do x else 2 -> IO.puts("two") after IO.puts("after") end
    {y, x}
  end
end
t = fn f -> IO.inspect(try do f.() rescue e -> {e.__struct__, Exception.message(e)} end) end
t.(fn -> M.f(1) end)
t.(fn -> M.t(2) end)
t.(fn -> M.t(3) end)
t.(fn -> M.t2(3) end)
t.(fn -> M.t3(2) end)
t.(fn -> M.t3(3) end)
t.(fn -> String.to_existing_atom("zzzzq" <> "q") end)
t.(fn -> :erlang.binary_to_existing_atom("zzzzq" <> "q") end)
t.(fn -> :erlang.binary_to_existing_atom("zzzzq" <> "q", :utf8) end)
t.(fn -> :erlang.list_to_existing_atom('zzzzq' ++ 'q') end)
t.(fn -> List.to_existing_atom('zzzzq' ++ 'q') end)
t.(fn -> Integer.pow(2, -1) end)
t.(fn -> {Float.round(-0.4), Float.round(-0.04, 1), Float.ceil(-0.4), Float.ceil(-0.04, 1), Float.round(-0.0, 1), Float.round(-0.0), Float.ceil(-0.0)} end)
t.(fn -> String.split(nil, ",") end)
t.(fn -> :ets.insert(:ets.new(:t, keypos: 2), {1}) end)
for s <- ["~D[2020-13-01]", "~T[25:00:00]", "~N[2020-01-01]", "~U[2020-01-01 00:00:00+01:00]", "~U[2020-01-01 00:00:00]", "~D[2020-01]", "~U[x]", "~N[2020-02-30 00:00:00]"], do: t.(fn -> Code.eval_string(s) end)
IO.inspect({~D[2020-01-01], ~T[10:00:00], ~N[2020-01-01 10:00:00], ~U[2020-01-01 10:00:00Z]})
t.(fn -> Date.leap_year?(2000) end)
t.(fn -> Date.to_string(5) end)
t.(fn -> Date.end_of_month(nil) end)
