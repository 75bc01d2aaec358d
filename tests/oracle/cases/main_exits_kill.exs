# exit(:kill) by the main process itself is a reason like any other.
defmodule Main do
  def main do
    exit(:kill)
  end
end

Main.main()
