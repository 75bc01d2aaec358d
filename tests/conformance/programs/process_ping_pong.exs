# Two processes send one message to and fro.
defmodule PingPong do
  def ping(0, pong) do
    send(pong, :finished)
    IO.puts("ping finished")
  end

  def ping(n, pong) do
    send(pong, {:ping, self()})

    receive do
      :pong -> IO.puts("ping received pong")
    end

    ping(n - 1, pong)
  end

  def pong do
    receive do
      :finished ->
        IO.puts("pong finished")

      {:ping, from} ->
        IO.puts("pong received ping")
        send(from, :pong)
        pong()
    end
  end
end

pong = spawn(PingPong, :pong, [])
spawn(PingPong, :ping, [3, pong])
Process.sleep(20)
