defmodule Pm do
  defmacro left ~> right do
    quote do
      case unquote(left) do
        {:ok, v} -> v |> unquote(right)
        err -> err
      end
    end
  end
end
defmodule UsePm do
  import Pm
  def half(n) when rem(n, 2) == 0, do: {:ok, div(n, 2)}
  def half(n), do: {:error, n}
  def run(n), do: half(n) ~> half() ~> half()
end
IO.inspect({UsePm.run(8), UsePm.run(6)})
