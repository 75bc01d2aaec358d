defmodule A do
  require Nowhere
end
