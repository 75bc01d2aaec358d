# To monitor a name that nobody has gives a DOWN with :noproc, for {name, node}.
defmodule Main do
  def main do
    ref = Process.monitor(:nobody)
    receive do {:DOWN, ^ref, kind, what, reason} -> IO.inspect({kind, what, reason}) end
  end
end

Main.main()
