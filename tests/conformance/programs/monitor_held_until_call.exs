# A monitor that is held back is let go by the call that follows it: whoever is watched has its turn before the server.
defmodule S do
  use GenServer
  def init(_), do: {:ok, 0}
  def handle_call(:hello, _, n), do: {:reply, n, n}
end

for round <- 1..2 do
  :ets.new(:log, [:named_table, :public, :ordered_set])
  tell = fn x -> :ets.insert(:log, {:erlang.unique_integer([:monotonic]), x}) end
  {:ok, first} = GenServer.start(S, 0)
  {:ok, second} = GenServer.start(S, 0)
  go = fn f -> spawn(fn -> receive(do: (:go -> f.())) end) end

  a =
    go.(fn ->
      Process.monitor(first)
      GenServer.call(second, :hello)
      tell.(:a)
    end)

  b =
    go.(fn ->
      GenServer.call(first, :hello)
      tell.(:b)
    end)

  Process.sleep(5)
  send(a, :go)
  send(b, :go)
  Process.sleep(20)
  if round == 2, do: for({_, x} <- :ets.tab2list(:log), do: IO.inspect(x))
  :ets.delete(:log)
end
