# Process.sleep is a receive that takes nothing.
defmodule Main do
  def main do
    send(self(), :one)
    Process.sleep(20)
    send(self(), :two)
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
