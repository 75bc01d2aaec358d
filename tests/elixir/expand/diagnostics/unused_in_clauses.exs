defmodule A do
  def f(x) do
    case x do
      {:ok, value} -> 1
      {:error, reason} -> reason
    end
  end
end
