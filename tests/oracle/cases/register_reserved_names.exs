# nil, true, false and :undefined cannot be names.
defmodule Main do
  def main do
    for name <- [nil, true, false, :undefined] do
      try do
        Process.register(self(), name)
        IO.puts("registered")
      rescue
        error in FunctionClauseError -> IO.puts(Exception.message(error))
      end
    end
  end
end

Main.main()
