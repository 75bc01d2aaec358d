# A hibernating process waits for any message and goes on with it still in the mailbox.
defmodule Main do
  def main do
    {pid, _} = spawn_monitor(fn -> Process.hibernate(Main, :wake, []) end)
    Process.sleep(20)
    IO.inspect(Process.info(pid, :status))
    send(pid, :good_morning)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
  end

  def wake, do: exit(Process.info(self(), :messages))
end

Main.main()
