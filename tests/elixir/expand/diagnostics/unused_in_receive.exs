send(self(), {:a, 1})
receive do
  {:a, b} -> :ok
after
  10 -> :timeout
end
