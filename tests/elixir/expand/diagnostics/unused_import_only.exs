defmodule A do
  import String, only: [upcase: 1, downcase: 1]
  def f, do: upcase("a")
end
