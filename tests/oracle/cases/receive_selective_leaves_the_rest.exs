# What a receive skips stays in the mailbox, in order.
defmodule Main do
  def main do
    for message <- [:a, :b, :c, :d], do: send(self(), message)
    receive do :c -> :ok end
    IO.inspect(Process.info(self(), :messages))
    receive do message when message in [:d, :b] -> IO.inspect(message) end
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
