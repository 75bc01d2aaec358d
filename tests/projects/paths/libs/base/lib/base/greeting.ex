defmodule Base.Greeting do
  defstruct word: "Hello"
end
