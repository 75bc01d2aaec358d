# The cache: the instant before, at, and after the expiry
#
# put notes when the value expires: 1000 ms from now. At 999 ms it is there, at 1000 ms it is :expired, because
# the comparison is "before". On a virtual clock that is one instant, and not a matter of luck. Nothing removes an
# expired value, as the last line shows.
#
# Try: simulator diagram cache_expiry.exs -o cache_expiry.png

defmodule Cache do
  use Agent

  def start_link(_options \\ []), do: Agent.start_link(fn -> %{} end, name: __MODULE__)

  def put(key, value, ttl \\ 60_000) do
    expires_at = now() + ttl
    Agent.update(__MODULE__, &Map.put(&1, key, {value, expires_at}))
  end

  def get(key) do
    now = now()

    Agent.get(__MODULE__, fn state ->
      case state do
        %{^key => {value, expires_at}} when now < expires_at -> {:ok, value}
        %{^key => _} -> :expired
        _ -> :not_found
      end
    end)
  end

  def now, do: System.monotonic_time(:millisecond)
end

Cache.start_link()
Cache.put(:name, "Alice", 1000)

start = Cache.now()
since = fn -> Cache.now() - start end

for ms <- [0, 999, 1000, 1001] do
  Process.sleep(ms - since.())
  IO.inspect(Cache.get(:name), label: "#{since.()} ms")
end

IO.inspect(Cache.get(:nobody), label: "another key")

Cache.put(:name, "Alice", 1000)
IO.inspect(Cache.get(:name), label: "#{since.()} ms: put again")
Process.sleep(60_000)
IO.inspect(Cache.get(:name), label: "#{since.()} ms")
IO.inspect(Agent.get(Cache, & &1), label: "what the agent holds")
