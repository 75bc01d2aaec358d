# demonitor with flush and info, the DOWN already there: false, and the DOWN is gone.
defmodule Main do
  def main do
    {_, ref} = spawn_monitor(fn -> exit(:boom) end)
    Process.sleep(20)
    IO.inspect(Process.demonitor(ref, [:flush, :info]))
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
