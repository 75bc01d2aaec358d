# A struct cannot be used at the top level of the file that defines it.
defmodule User do
  defstruct name: "nobody"
end

IO.inspect(%User{})
