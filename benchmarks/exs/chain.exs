defmodule Chain do
  def link(next) do
    receive do
      n -> send(next, n + 1)
    end
  end

  def main(count) do
    last = Enum.reduce(1..count, self(), fn _, next -> spawn(Chain, :link, [next]) end)
    send(last, 0)

    receive do
      ^count -> :ok
    end
  end
end

[count] = System.argv()
{microseconds, _} = :timer.tc(Chain, :main, [String.to_integer(count)])
IO.puts(microseconds)
