# A crash report names the process by its pid, registered or not.
defmodule Main do
  def main do
    spawn(fn -> Process.register(self(), :bob); raise ArgumentError, "bad" end)
    Process.sleep(100)
    IO.puts("goes on")
  end
end

Main.main()
