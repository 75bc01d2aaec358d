# An exit signal wakes a sleeping process to its death; it does not wait for the alarm.
defmodule Main do
  def main do
    {pid, _} = spawn_monitor(fn -> Process.sleep(60_000) end)
    Process.sleep(20)
    Process.exit(pid, :boom)
    receive do
      {:DOWN, _, :process, _, reason} -> IO.inspect(reason)
    after
      1_000 -> IO.puts("still asleep")
    end
  end
end

Main.main()
