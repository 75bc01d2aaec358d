# In a duplicate registry a key has many entries, oldest first; a process may have several.
defmodule Main do
  def main do
    {:ok, _} = Registry.start_link(keys: :duplicate, name: Topics)

    hold = fn registry, key, value ->
      me = self()

      pid =
        spawn(fn ->
          send(me, {:answer, Registry.register(registry, key, value)})

          receive do
            :stop -> :ok
          end
        end)

      receive do
        {:answer, answer} -> {pid, answer}
      end
    end

    for value <- [1, 2], do: {:ok, _} = Registry.register(Topics, :a, value)
    {pid, {:ok, _}} = hold.(Topics, :a, 3)
    {:ok, _} = Registry.register(Topics, :b, 4)
    IO.inspect(for {who, value} <- Registry.lookup(Topics, :a), do: {who == self(), value})
    IO.inspect(Registry.values(Topics, :a, self()))
    IO.inspect(Registry.values(Topics, :a, pid))
    IO.inspect(Registry.keys(Topics, self()))
    IO.inspect(Registry.count(Topics))
    send(pid, :stop)
    Process.sleep(10)
    IO.inspect(Registry.lookup(Topics, :a) |> length)
    IO.inspect(Registry.unregister(Topics, :a))
    IO.inspect(Registry.keys(Topics, self()))
  end
end

Main.main()
