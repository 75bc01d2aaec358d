defmodule A do
  use Nowhere
end
