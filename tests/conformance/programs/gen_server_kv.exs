# A key-value store behind a name.
defmodule KV do
  use GenServer
  def start_link(opts \\ []), do: GenServer.start_link(__MODULE__, :ok, [name: __MODULE__] ++ opts)
  def put(k, v), do: GenServer.cast(__MODULE__, {:put, k, v})
  def get(k, default \\ nil), do: GenServer.call(__MODULE__, {:get, k, default})
  def delete(k), do: GenServer.call(__MODULE__, {:delete, k})
  def all, do: GenServer.call(__MODULE__, :all)

  @impl GenServer
  def init(:ok), do: {:ok, %{}}

  @impl GenServer
  def handle_call({:get, k, default}, _, state), do: {:reply, Map.get(state, k, default), state}

  def handle_call({:delete, k}, _, state) do
    {value, state} = Map.pop(state, k)
    {:reply, value, state}
  end

  def handle_call(:all, _, state), do: {:reply, state, state}

  @impl GenServer
  def handle_cast({:put, k, v}, state), do: {:noreply, Map.put(state, k, v)}
end

{:ok, pid} = KV.start_link()
KV.put(:a, 1)
KV.put("b", [1, 2])
IO.inspect({KV.get(:a), KV.get(:zzz), KV.get(:zzz, 0)})
IO.inspect(KV.all())
IO.inspect(KV.delete(:a))
IO.inspect(KV.all())
IO.inspect(KV.start_link() == {:error, {:already_started, pid}})
