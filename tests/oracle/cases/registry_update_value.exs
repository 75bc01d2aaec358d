# Only who has a unique key can update its value.
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

    {:ok, _} = Registry.register(Names, :a, 1)
    IO.inspect(Registry.update_value(Names, :a, &(&1 + 1)))
    IO.inspect(Registry.values(Names, :a, self()))
    hold.(Names, :b, 1)
    IO.inspect(Registry.update_value(Names, :b, &(&1 + 1)))
    IO.inspect(Registry.update_value(Names, :c, &(&1 + 1)))
  end
end

Main.main()
