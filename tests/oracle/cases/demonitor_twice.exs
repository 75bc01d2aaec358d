# To demonitor twice, or a reference that never was a monitor, is true.
defmodule Main do
  def main do
    ref = Process.monitor(spawn(fn -> Process.sleep(:infinity) end))
    IO.inspect({Process.demonitor(ref), Process.demonitor(ref), Process.demonitor(make_ref())})
  end
end

Main.main()
