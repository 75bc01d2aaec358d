# Listeners hear of what is registered and unregistered, but not of deaths.
defmodule Main do
  def main do
    Process.register(self(), :listener)
    {:ok, _} = Registry.start_link(keys: :unique, name: Names, listeners: [:listener])

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
    Registry.unregister(Names, :a)
    {pid, _} = hold.(Names, :b, 2)
    Process.exit(pid, :kill)
    Process.sleep(10)
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
