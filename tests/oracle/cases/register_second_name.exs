# A process has one name at most; another one, or the same again, fails.
defmodule Main do
  def main do
    Process.register(self(), :first)
    for name <- [:second, :first] do
      try do
        Process.register(self(), name)
        IO.puts("registered")
      rescue
        error in ArgumentError -> IO.puts(Exception.message(error))
      end
    end
    IO.inspect({Process.whereis(:second), Process.info(self(), :registered_name)})
  end
end

Main.main()
