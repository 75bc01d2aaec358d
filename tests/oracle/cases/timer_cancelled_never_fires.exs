# cancel_timer gives the milliseconds that were left; the message never comes.
defmodule Main do
  def main do
    ref = Process.send_after(self(), :alarm, 10_000)
    IO.inspect(Process.cancel_timer(ref) in 9_900..10_000)
    short = Process.send_after(self(), :alarm, 20)
    Process.cancel_timer(short)
    receive do :alarm -> IO.puts("alarm") after 60 -> IO.puts("nothing") end
  end
end

Main.main()
