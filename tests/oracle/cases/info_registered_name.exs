# registered_name is the name, or an empty list.
defmodule Main do
  def main do
    before = Process.info(self(), :registered_name)
    Process.register(self(), :boss)
    IO.inspect({before, Process.info(self(), :registered_name)})
  end
end

Main.main()
