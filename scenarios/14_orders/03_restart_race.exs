# A restart race: the name of the one that died is still taken
#
# A server ends when it is told to, and whoever told it starts the next one under the same name. In the ordinary order
# the old one is gone by then. But the answer to its last call is no sign that it is: it ends a moment later, and its
# name is free a moment after that. Where the starter is faster, the name is taken.
#
# explore finds that order: the first server is held before it ends. The cure is to watch it and to wait for its DOWN.
#
# halt: false
#
# Try: simulator run restart_race.exs
#      simulator explore restart_race.exs --expect "the second server is up"

defmodule Job do
  use GenServer

  def init(number), do: {:ok, number}
  def handle_call(_request, _client, number), do: {:stop, :normal, :ok, number}
end

{:ok, _} = GenServer.start(Job, 1, name: Job)
GenServer.call(Job, :finish)

case GenServer.start(Job, 2, name: Job) do
  {:ok, _} -> IO.puts("the second server is up")
  {:error, {why, _}} -> IO.puts("the second server is not up: #{why}")
end
