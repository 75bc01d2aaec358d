# A DOWN that is already in the mailbox stays there after a plain demonitor.
defmodule Main do
  def main do
    {_, ref} = spawn_monitor(fn -> exit(:boom) end)
    Process.sleep(20)
    IO.inspect(Process.demonitor(ref))
    receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) after 0 -> IO.puts("nothing") end
  end
end

Main.main()
