# The first message that matches any clause is taken, not the first clause that matches any message.
defmodule Main do
  def main do
    send(self(), :second_clause)
    send(self(), :first_clause)
    receive do
      :first_clause -> IO.puts("first")
      :second_clause -> IO.puts("second")
    end
  end
end

Main.main()
