# send_after with 0 never overtakes what the same turn still sends, and `after 0` does not see it.
defmodule Main do
  def main do
    Process.send_after(self(), :zero, 0)
    send(self(), :sent)
    receive do :zero -> IO.puts("zero") after 0 -> IO.puts("nothing") end
    Process.sleep(20)
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
