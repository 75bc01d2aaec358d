# When the keeper of a registry dies its entries are gone, and those who registered die too; then it starts anew.
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

    Process.flag(:trap_exit, true)
    {pid, {:ok, keeper}} = hold.(Names, :a, 1)
    {:ok, _} = Registry.register(Names, :b, 2)
    Process.exit(keeper, :kill)
    Process.sleep(20)
    IO.inspect({Process.alive?(pid), Registry.count(Names), Registry.lookup(Names, :b)})

    IO.inspect(
      receive do
        {:EXIT, ^keeper, reason} -> reason
      end
    )

    {:ok, other} = Registry.register(Names, :b, 3)
    IO.inspect({other == keeper, Registry.values(Names, :b, self())})
  end
end

Main.main()
