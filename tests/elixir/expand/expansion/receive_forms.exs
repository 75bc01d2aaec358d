send(self(), {:a, 1})
send(self(), {:b, 2})
receive do
  {:b, x} -> IO.inspect(x)
end
y = 1
receive do
  {:a, ^y} -> IO.puts("pinned")
after
  0 -> IO.puts("none")
end
receive do
  z -> IO.inspect(z)
after
  10 -> IO.puts("timeout")
end
