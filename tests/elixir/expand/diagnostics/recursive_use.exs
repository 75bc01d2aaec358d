defmodule A do
  use A
end
