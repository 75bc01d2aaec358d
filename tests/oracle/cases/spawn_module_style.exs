# spawn/3 runs a function of a module with a list of arguments.
defmodule Main do
  def main do
    spawn(Main, :greet, [self(), "Joe"])
    receive do text -> IO.puts(text) end
  end

  def greet(caller, name), do: send(caller, "Hello, " <> name)
end

Main.main()
