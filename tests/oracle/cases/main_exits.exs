# So does exit/1 with any reason but the good ones.
defmodule Main do
  def main do
    exit({:boom, "s"})
  end
end

Main.main()
