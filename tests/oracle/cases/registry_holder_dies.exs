# A process that is killed is still looked up until the registry has heard of it, but has its name no more.
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
    IO.inspect(Registry.lookup(Names, :a) == [{pid, 1}])
    IO.inspect(GenServer.whereis({:via, Registry, {Names, :a}}))
    Process.sleep(10)
    IO.inspect({Registry.lookup(Names, :a), Registry.count(Names), Registry.keys(Names, pid)})
  end
end

Main.main()
