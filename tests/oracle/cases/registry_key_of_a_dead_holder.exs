# A key whose holder has just died can be registered at once.
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

    {pid, _} = hold.(Names, :a, 1)
    Process.exit(pid, :kill)
    {:ok, _} = Registry.register(Names, :a, 2)
    Process.sleep(10)
    IO.inspect(Registry.lookup(Names, :a) == [{self(), 2}])
    IO.inspect({Registry.count(Names), Registry.keys(Names, self())})
  end
end

Main.main()
