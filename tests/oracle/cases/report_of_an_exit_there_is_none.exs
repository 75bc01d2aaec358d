# exit/1 with any reason, and any exit signal, end a process without a report.
defmodule Main do
  def main do
    spawn(fn -> exit(:boom) end)
    spawn(fn -> spawn_link(fn -> exit({:bang, 1}) end); Process.sleep(:infinity) end)
    Process.exit(spawn(fn -> Process.sleep(:infinity) end), :kill)
    Process.sleep(100)
    IO.puts("goes on")
  end
end

Main.main()
