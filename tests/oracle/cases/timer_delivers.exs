# send_after sends its message once, after its time.
defmodule Main do
  def main do
    ref = Process.send_after(self(), :alarm, 30)
    IO.inspect(is_reference(ref))
    receive do :alarm -> IO.puts("early") after 10 -> IO.puts("not yet") end
    receive do :alarm -> IO.puts("alarm") after 100 -> IO.puts("not yet") end
    receive do :alarm -> IO.puts("again") after 60 -> IO.puts("once") end
  end
end

Main.main()
