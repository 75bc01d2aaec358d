# `after 0` looks at the whole mailbox before it gives up.
defmodule Main do
  def main do
    for n <- 1..5, do: send(self(), n)
    receive do 5 -> IO.puts("five") after 0 -> IO.puts("nothing") end
    receive do 6 -> IO.puts("six") after 0 -> IO.puts("nothing") end
    IO.inspect(Process.info(self(), :message_queue_len))
  end
end

Main.main()
