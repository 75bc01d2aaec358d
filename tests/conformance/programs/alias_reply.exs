# An alias for one reply: the first message through it is the last.
take = fn take, acc, t -> receive do m -> take.(take, acc ++ [m], t) after t -> acc end end
server = fn answers -> spawn(fn -> receive do {:ask, to} -> for a <- answers, do: (Process.sleep(5); send(to, a)) end end) end

for opts <- [[:reply], [:explicit_unalias], []] do
  a = :erlang.alias(opts)
  send(server.([:first, :second]), {:ask, a})
  IO.inspect({opts, take.(take, [], 20), :erlang.unalias(a)})
end

# to itself, and from one who sends twice at once
a = :erlang.alias([:reply])
send(a, 1)
send(a, 2)
IO.inspect({take.(take, [], 0), :erlang.unalias(a)})
b = :erlang.alias([:reply])
spawn(fn -> send(b, 1); send(b, 2) end)
IO.inspect({take.(take, [], 10), :erlang.unalias(b)})

# two servers, one alias: the first answer wins
c = :erlang.alias([:reply])
send(server.([:from_one]), {:ask, c})
send(server.([:from_two]), {:ask, c})
IO.inspect(take.(take, [], 30))

# given up
d = :erlang.alias([:reply])
send(server.([:late]), {:ask, d})
IO.inspect({receive do m -> m after 2 -> :gave_up end, :erlang.unalias(d), take.(take, [], 20)})
