# When nothing matching comes the after clause runs, and the mailbox is as it was.
defmodule Main do
  def main do
    send(self(), :noise)
    receive do :wanted -> IO.puts("wanted") after 20 -> IO.puts("timeout") end
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
