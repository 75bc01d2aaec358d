# The KV store: reading what one has written
#
# put returns at 0 ms, and the get after it waits until 10 ms: a process reads what it has written itself, though
# it never waited for the writing. Nothing is promised about what others write: Bob comes at 15 ms.
#
# Try: simulator diagram kv_store.exs --time scale -o kv_store.png

defmodule KVStore do
  use GenServer

  def start_link(_options \\ []), do: GenServer.start_link(__MODULE__, %{}, name: __MODULE__)
  def put(key, value), do: GenServer.cast(__MODULE__, {:put, key, value})
  def get(key), do: GenServer.call(__MODULE__, {:get, key})
  def delete(key), do: GenServer.cast(__MODULE__, {:delete, key})

  @impl true
  def init(pairs), do: {:ok, pairs}

  @impl true
  def handle_cast(request, pairs) do
    Process.sleep(10)

    case request do
      {:put, key, value} -> {:noreply, Map.put(pairs, key, value)}
      {:delete, key} -> {:noreply, Map.delete(pairs, key)}
    end
  end

  @impl true
  def handle_call({:get, key}, _from, pairs), do: {:reply, pairs[key], pairs}
end

show = fn key ->
  value = KVStore.get(key)
  IO.inspect(value, label: "#{System.monotonic_time(:millisecond)} ms: #{key}")
end

KVStore.start_link()

spawn(fn ->
  Process.sleep(15)
  KVStore.put(:friend, "Bob")
end)

KVStore.put(:name, "Alice")
show.(:name)
show.(:friend)
Process.sleep(10)
show.(:friend)
KVStore.delete(:name)
show.(:name)
