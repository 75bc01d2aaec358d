# Who prints when: every print is a round trip to the group leader.
for n <- 1..3, do: spawn(fn -> IO.puts("child #{n}"); IO.puts("child #{n} again") end)
IO.puts("parent")
IO.puts("parent again")
Process.sleep(20)
parent = self()
spawn(fn -> send(parent, :one); IO.puts("after send") end)
receive do: (:one -> IO.puts("got one"))
Process.sleep(10)
