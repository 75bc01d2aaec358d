defmodule foo do
end
