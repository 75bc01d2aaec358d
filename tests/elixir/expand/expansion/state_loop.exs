defmodule KV do
  def start, do: spawn(fn -> loop(%{}) end)
  defp loop(map) do
    receive do
      {:get, key, caller} ->
        send(caller, Map.get(map, key))
        loop(map)
      {:put, key, value} ->
        loop(Map.put(map, key, value))
      :stop -> :ok
    after
      1_000 -> IO.puts("idle")
    end
  end
end
pid = KV.start()
send(pid, {:put, :a, 1})
send(pid, {:get, :a, self()})
receive do
  x -> IO.inspect(x)
end
send(pid, :stop)
