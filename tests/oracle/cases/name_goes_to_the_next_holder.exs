# After a name changed hands messages to it go to its new holder.
defmodule Main do
  def main do
    me = self()
    echo = fn tag -> spawn(fn -> receive do message -> send(me, {tag, message}) end end) end
    first = echo.(:first)
    second = echo.(:second)
    Process.register(first, :desk)
    send(:desk, 1)
    Process.unregister(:desk)
    Process.register(second, :desk)
    send(:desk, 2)
    receive do message -> IO.inspect(message) end
    receive do message -> IO.inspect(message) end
  end
end

Main.main()
