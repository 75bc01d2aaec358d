# A cache in ETS behind a server that expires entries.
defmodule Cache do
  use GenServer
  @table :cache
  def start_link(ttl), do: GenServer.start_link(__MODULE__, ttl, name: __MODULE__)

  def fetch(key, fun) do
    case :ets.lookup(@table, key) do
      [{^key, value}] -> {:hit, value}
      [] -> {:miss, GenServer.call(__MODULE__, {:put, key, fun.()})}
    end
  end

  def init(ttl) do
    :ets.new(@table, [:named_table, read_concurrency: true])
    {:ok, ttl}
  end

  def handle_call({:put, key, value}, _, ttl) do
    :ets.insert(@table, {key, value})
    Process.send_after(self(), {:expire, key}, ttl)
    {:reply, value, ttl}
  end

  def handle_info({:expire, key}, ttl) do
    :ets.delete(@table, key)
    {:noreply, ttl}
  end
end

Cache.start_link(30)
IO.inspect(Cache.fetch(:a, fn -> 1 + 1 end))
IO.inspect(Cache.fetch(:a, fn -> :never end))
Process.sleep(50)
IO.inspect(Cache.fetch(:a, fn -> :again end))
