# Where exits are trapped, exit(self(), reason) is a message to oneself, :normal too.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    me = self()
    Process.exit(self(), :normal)
    Process.exit(self(), :boom)
    receive do {:EXIT, ^me, reason} -> IO.inspect(reason) end
    receive do {:EXIT, ^me, reason} -> IO.inspect(reason) end
  end
end

Main.main()
