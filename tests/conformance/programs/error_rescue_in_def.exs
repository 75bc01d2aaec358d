# A function body with rescue, catch, else and after.
defmodule Safe do
  def parse(text) do
    String.to_integer(text)
  rescue
    ArgumentError -> :error
  else
    n when n > 100 -> :large
    n -> n
  after
    IO.puts("parsed #{inspect(text)}")
  end

  def toss(x) do
    throw(x)
  catch
    :throw, y -> {:tossed, y}
  end
end

IO.inspect(Enum.map(["1", "x", "1000"], &Safe.parse/1))
IO.inspect(Safe.toss(9))
