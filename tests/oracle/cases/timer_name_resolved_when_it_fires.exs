# A timer for a name finds who has it when it fires, even one who got it later.
defmodule Main do
  def main do
    Process.send_after(:later, :alarm, 30)
    Process.register(self(), :later)
    receive do message -> IO.inspect(message) after 100 -> IO.puts("nothing") end
  end
end

Main.main()
