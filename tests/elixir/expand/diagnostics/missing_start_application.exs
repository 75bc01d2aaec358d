defmodule A do
  use Application
end
