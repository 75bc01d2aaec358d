# A server that stops with a reply gives it before OTP asks those that are linked to it for the report of its crash.
defmodule S do
  use GenServer
  def init(_), do: {:ok, spawn_link(fn -> Process.sleep(:infinity) end)}
  def handle_call(:stop, _, other), do: {:stop, :boom, :stopping, other}
end

for round <- 1..2 do
  {:ok, server} = GenServer.start(S, 0)
  ref = Process.monitor(server)
  answer = GenServer.call(server, :stop)

  first =
    receive do
      {:DOWN, ^ref, _, _, reason} -> reason
    after
      0 -> :not_yet
    end

  later =
    receive do
      {:DOWN, ^ref, _, _, reason} -> reason
    after
      50 -> nil
    end

  if round == 2, do: IO.inspect({answer, first, later})
end
