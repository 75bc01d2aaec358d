# An inventory: protocols, structs, errors as values, reports.
defprotocol Priced do
  def price(item)
end

defmodule Book do
  defstruct [:title, :cents]
  defimpl Priced, do: (def price(b), do: b.cents)
end

defmodule Bundle do
  defstruct items: [], discount: 0.0

  defimpl Priced do
    def price(%{items: items, discount: d}) do
      items |> Enum.map(&Priced.price/1) |> Enum.sum() |> Kernel.*(1 - d) |> round()
    end
  end
end

defmodule Shop do
  def format(cents), do: "#{div(cents, 100)}.#{cents |> rem(100) |> Integer.to_string() |> String.pad_leading(2, "0")}"

  def run do
    a = %Book{title: "A", cents: 1999}
    b = %Book{title: "B", cents: 505}
    bundle = %Bundle{items: [a, b, b], discount: 0.1}
    for x <- [a, b, bundle], do: IO.puts("#{inspect(x.__struct__)} #{format(Priced.price(x))}")
    IO.inspect(bundle)

    case Enum.find([a, b], &(&1.title == "Z")) do
      nil -> IO.puts("no Z")
      book -> IO.inspect(book)
    end
  end
end

Shop.run()
