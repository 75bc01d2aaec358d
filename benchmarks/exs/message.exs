defmodule PingPong do
  def ponger do
    receive do
      {:ping, from, n} ->
        send(from, {:pong, n})
        ponger()

      :stop ->
        :ok
    end
  end

  def play(pid, 0), do: send(pid, :stop)

  def play(pid, n) do
    send(pid, {:ping, self(), n})

    receive do
      {:pong, ^n} -> play(pid, n - 1)
    end
  end

  def main(count) do
    pid = spawn(fn -> ponger() end)
    play(pid, div(count, 2))
  end
end

[count] = System.argv()
{before, _} = :erlang.statistics(:runtime)
PingPong.main(String.to_integer(count))
{taken, _} = :erlang.statistics(:runtime)
IO.puts((taken - before) * 1000)
