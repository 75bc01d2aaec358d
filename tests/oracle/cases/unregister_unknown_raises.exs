# To unregister a name that nobody has raises.
defmodule Main do
  def main do
    try do
      Process.unregister(:nobody)
      IO.puts("unregistered")
    rescue
      error in ArgumentError -> IO.puts(Exception.message(error))
    end
  end
end

Main.main()
