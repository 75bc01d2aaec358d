defmodule Store.Prices do
  @prices Application.compile_env!(:store, :prices)

  for {name, value} <- @prices do
    defmacro price(unquote(name)), do: unquote(value)
  end
end
