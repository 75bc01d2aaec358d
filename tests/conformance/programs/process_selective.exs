# A selective receive leaves the rest of the mailbox in order.
for n <- 1..5, do: send(self(), {:n, n})
send(self(), :urgent)
receive do
  :urgent -> IO.puts("urgent first")
end
receive do
  {:n, n} when n > 3 -> IO.inspect(n)
end
IO.inspect(Process.info(self(), :messages))
flush = fn flush ->
  receive do
    m -> [m | flush.(flush)]
  after
    0 -> []
  end
end
IO.inspect(flush.(flush))
