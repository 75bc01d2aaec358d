# exit(:shutdown) in the main process is a good end, too.
defmodule Main do
  def main do
    exit(:shutdown)
  end
end

Main.main()
