# A thousand processes each add one.
defmodule Chain do
  def counter(next) do
    receive do
      n -> send(next, n + 1)
    end
  end

  def create(n) do
    last = Enum.reduce(1..n, self(), fn _, to -> spawn(Chain, :counter, [to]) end)
    send(last, 0)

    receive do
      final when is_integer(final) -> "Result is #{inspect(final)}"
    end
  end

  def run(n), do: :timer.tc(Chain, :create, [n]) |> elem(1) |> IO.puts()
end

Chain.run(1000)
