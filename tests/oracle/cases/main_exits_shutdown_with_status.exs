# exit({:shutdown, n}) in the main process is the way to choose the program's exit status.
defmodule Main do
  def main do
    exit({:shutdown, 3})
  end
end

Main.main()
