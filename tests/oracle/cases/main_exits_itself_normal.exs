# An exit signal ends the main process badly, even :normal from itself.
defmodule Main do
  def main do
    Process.exit(self(), :normal)
    Process.sleep(20)
    IO.puts("not reached")
  end
end

Main.main()
