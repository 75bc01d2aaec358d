# An item that info does not know is an error.
defmodule Main do
  def main do
    try do
      IO.inspect(Process.info(self(), :mood))
    rescue
      error in ArgumentError -> IO.puts(Exception.message(error))
    end
  end
end

Main.main()
