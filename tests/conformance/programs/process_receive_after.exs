# receive with after: zero, a time, infinity; flush of a mailbox.
defmodule Flush do
  def all do
    receive do
      m -> [m | all()]
    after
      0 -> []
    end
  end
end

IO.inspect(Flush.all())
send(self(), 1)
send(self(), 2)
IO.inspect(Flush.all())

result =
  receive do
    :never -> :got
  after
    10 -> :timeout
  end

IO.inspect(result)
pid = self()
spawn(fn -> Process.sleep(5) && send(pid, {:late, 1}) end)

receive do
  {:late, n} when n > 0 -> IO.inspect({:positive, n})
after
  :infinity -> :unreachable
end

timeout = 1

receive do
after
  timeout -> IO.puts("only after")
end
