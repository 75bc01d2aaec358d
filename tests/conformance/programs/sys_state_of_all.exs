# What :sys tells of the state of a GenServer, an Agent and a state machine, and what replace_state makes of it.
defmodule Counter do
  use GenServer
  def init(n), do: {:ok, n}
  def handle_call(:get, _, n), do: {:reply, n, n}
end

defmodule Door do
  @behaviour :gen_statem
  def callback_mode, do: :state_functions
  def init(code), do: {:ok, :closed, code}
  def closed(:cast, :open, code), do: {:next_state, :open, code}
  def open({:call, from}, :code, code), do: {:keep_state_and_data, [{:reply, from, code}]}
end

tried = fn f ->
  try do
    f.()
  rescue
    e -> {:rescued, e}
  catch
    kind, value -> {kind, value}
  end
end

{:ok, counter} = GenServer.start(Counter, 1)
IO.inspect(:sys.get_state(counter))
IO.inspect(:sys.replace_state(counter, &(&1 + 10)))
IO.inspect(GenServer.call(counter, :get))
IO.inspect(:sys.replace_state(counter, fn n -> IO.puts("in the server: #{n}") && n * 2 end, 1000))
IO.inspect(GenServer.call(counter, :get))
IO.inspect(tried.(fn -> :sys.replace_state(counter, fn _ -> raise "no" end) end))
IO.inspect(tried.(fn -> :sys.replace_state(counter, fn _ -> throw(:no) end) end))
IO.inspect(tried.(fn -> :sys.replace_state(counter, fn _ -> exit(:no) end) end))
IO.inspect(tried.(fn -> :sys.replace_state(counter, fn n -> n + :a end) end))
IO.inspect(GenServer.call(counter, :get))
IO.inspect(tried.(fn -> :sys.replace_state(counter, fn _ -> {:error, :state} end) end))
IO.inspect(tried.(fn -> :sys.get_state(counter) end))
IO.inspect(GenServer.call(counter, :get))

{:ok, agent} = Agent.start(fn -> %{a: 1} end)
IO.inspect(:sys.get_state(agent))
IO.inspect(:sys.replace_state(agent, &Map.put(&1, :b, 2)))
IO.inspect(Agent.get(agent, & &1))

{:ok, door} = :gen_statem.start(Door, 42, [])
IO.inspect(:sys.get_state(door))
IO.inspect(:sys.replace_state(door, fn {:closed, code} -> {:open, code + 1} end))
IO.inspect(:gen_statem.call(door, :code))
IO.inspect(tried.(fn -> :sys.replace_state(door, fn _ -> raise "door" end) end))
IO.inspect(:gen_statem.call(door, :code))
