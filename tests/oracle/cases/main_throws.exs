# So does a throw.
defmodule Main do
  def main do
    throw({:ball, 1})
  end
end

Main.main()
