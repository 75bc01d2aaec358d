defmodule A do
  use Supervisor
end
