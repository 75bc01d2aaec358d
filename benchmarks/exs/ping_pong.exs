defmodule PingPong do
  def ponger do
    receive do
      {:ping, from, number} ->
        send(from, {:pong, self(), number})
        ponger()

      {:stop} ->
        :ok
    end
  end

  def play(_other, 0), do: :ok

  def play(other, turns) do
    send(other, {:ping, self(), turns})

    receive do
      {:pong, _, _} -> play(other, turns - 1)
    end
  end

  def main(turns) do
    other = spawn(&ponger/0)
    play(other, turns)
    send(other, {:stop})
  end
end

[turns] = System.argv()
{microseconds, _} = :timer.tc(PingPong, :main, [String.to_integer(turns)])
IO.puts(microseconds)
