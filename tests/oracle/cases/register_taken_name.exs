# A name belongs to one process: to register it again fails.
defmodule Main do
  def main do
    Process.register(spawn(fn -> Process.sleep(:infinity) end), :taken)
    try do
      Process.register(self(), :taken)
      IO.puts("registered")
    rescue
      error in ArgumentError -> IO.puts(Exception.message(error))
    end
  end
end

Main.main()
