# demonitor with flush takes a DOWN that is already there out of the mailbox, and only that one.
defmodule Main do
  def main do
    {_, ref} = spawn_monitor(fn -> exit(:boom) end)
    {_, other} = spawn_monitor(fn -> exit(:bang) end)
    Process.sleep(20)
    send(self(), :unrelated)
    IO.inspect(Process.demonitor(ref, [:flush]))
    {:messages, [{:DOWN, left, _, _, :bang}, :unrelated]} = Process.info(self(), :messages)
    IO.inspect(left == other)
  end
end

Main.main()
