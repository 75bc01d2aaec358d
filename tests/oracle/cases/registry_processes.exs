# A registry is a supervisor with a process for each of its partitions; it can be supervised itself.
defmodule Main do
  def main do
    children = [
      {Registry, keys: :unique, name: Names, partitions: 3},
      {Registry, keys: :duplicate, name: Topics}
    ]

    {:ok, sup} = Supervisor.start_link(children, strategy: :one_for_one)
    IO.inspect(Supervisor.which_children(sup))
    IO.inspect(Supervisor.which_children(Names))
    for key <- 1..20, do: {:ok, _} = Registry.register(Names, key, key)
    IO.inspect({Registry.count(Names), Enum.sort(Registry.keys(Names, self()))})
    IO.inspect(for key <- 1..20, do: Registry.values(Names, key, self()))
  end
end

Main.main()
