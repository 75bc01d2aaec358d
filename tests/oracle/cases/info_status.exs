# A process is running, due for a turn (runnable) or waiting.
defmodule Main do
  def main do
    waiting = spawn(fn -> Process.sleep(:infinity) end)
    Process.sleep(20)
    fresh = spawn(fn -> Process.sleep(:infinity) end)
    IO.inspect(for pid <- [self(), fresh, waiting], do: Process.info(pid, :status))
  end
end

Main.main()
