# demonitor with info tells whether there was a monitor to end.
defmodule Main do
  def main do
    ref = Process.monitor(spawn(fn -> Process.sleep(:infinity) end))
    IO.inspect({Process.demonitor(ref, [:info]), Process.demonitor(ref, [:info]), Process.demonitor(make_ref(), [:info])})
  end
end

Main.main()
