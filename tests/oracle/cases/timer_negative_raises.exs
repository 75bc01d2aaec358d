# A negative time is an error.
defmodule Main do
  def main do
    try do
      Process.send_after(self(), :alarm, Process.get(:time, -1))
      IO.puts("armed")
    rescue
      ArgumentError -> IO.puts("raised")
    end
  end
end

Main.main()
