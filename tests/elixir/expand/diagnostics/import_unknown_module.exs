defmodule A do
  import Nowhere
end
