# What is unregistered is gone at once; with its last entry a process is no longer linked to the registry.
defmodule Main do
  def main do
    {:ok, _} = Registry.start_link(keys: :unique, name: Names)

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

    links = fn -> Process.info(self(), :links) |> elem(1) |> Enum.sort() end
    before = links.()
    for key <- [:a, :b], do: {:ok, _} = Registry.register(Names, key, 1)
    IO.inspect(Registry.unregister(Names, :a))
    IO.inspect({Registry.lookup(Names, :a), Registry.keys(Names, self()), links.() == before})
    IO.inspect(Registry.unregister(Names, :b))
    IO.inspect({Registry.lookup(Names, :b), Registry.keys(Names, self()), links.() == before})
    IO.inspect(Registry.unregister(Names, :c))
    {pid, _} = hold.(Names, :d, 1)
    IO.inspect(Registry.unregister(Names, :d))
    IO.inspect(Registry.lookup(Names, :d) == [{pid, 1}])
  end
end

Main.main()
