defmodule A do
  @behaviour Nowhere
end
