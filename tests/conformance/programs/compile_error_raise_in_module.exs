# What a module's body raises while it is compiled.
defmodule Body do
  IO.puts("compiling")
  raise "in the body"
end
