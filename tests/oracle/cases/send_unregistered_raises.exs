# To send to a name that nobody has raises in the sender.
defmodule Main do
  def main do
    try do
      send(:nobody, :hi)
      IO.puts("sent")
    rescue
      error in ArgumentError -> IO.puts(Exception.message(error))
    end
  end
end

Main.main()
