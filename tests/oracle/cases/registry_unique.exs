# In a unique registry one process has a key; another one is told who, and so is the same one.
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

    {:ok, keeper} = Registry.register(Names, "a", 1)
    IO.inspect(keeper == Process.whereis(Names.PIDPartition0))
    IO.inspect(Registry.register(Names, "a", 2) == {:error, {:already_registered, self()}})
    IO.inspect(Registry.lookup(Names, "a") == [{self(), 1}])
    IO.inspect(Registry.lookup(Names, "b"))
    {pid, answer} = hold.(Names, "a", 3)
    IO.inspect(answer == {:error, {:already_registered, self()}})
    IO.inspect(Process.info(pid, :links))
    IO.inspect({Registry.count(Names), Registry.keys(Names, self()), Registry.keys(Names, pid)})
    IO.inspect({Registry.values(Names, "a", self()), Registry.values(Names, "a", pid)})
  end
end

Main.main()
