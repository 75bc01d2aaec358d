# A server that fails asks its client where it is, and waits for that although an exit signal ends the client first.
defmodule Log do
  def tell(x), do: :ets.insert(:log, {:erlang.unique_integer([:monotonic]), x})
end

defmodule S do
  use GenServer
  def init(_), do: {:ok, 0}
  def handle_call(:bad, _, _), do: :nonsense
  def terminate(_, _), do: Log.tell(:terminate)
end

# Twice: the first time real Elixir loads what it needs, while others run on.
for round <- 1..2 do
  :ets.new(:log, [:named_table, :public, :ordered_set])
  {:ok, s} = GenServer.start(S, 0)
  client = spawn(fn -> GenServer.call(s, :bad) end)

  spawn(fn ->
    Process.exit(client, :boom)

    spawn(fn ->
      try do
        GenServer.stop(s, :boom)
      catch
        kind, {{reason, {m, f, _}}, _} -> Log.tell({kind, reason, m, f})
        kind, {reason, _} -> Log.tell({kind, reason})
      end
    end)
  end)

  Process.sleep(400)
  if round == 2, do: for({_, x} <- :ets.tab2list(:log), do: IO.inspect(x))
  :ets.delete(:log)
end
