# What a registry says of wrong options, of a registry there is none, and of what duplicate keys do not allow.
defmodule Main do
  def main do
    {:ok, _} = Registry.start_link(keys: :duplicate, name: Topics)

    calls = [
      fn -> Registry.start_link(name: Names) end,
      fn -> Registry.start_link(keys: :some, name: Names) end,
      fn -> Registry.start_link(keys: :unique) end,
      fn -> Registry.start_link(keys: :unique, name: "names") end,
      fn -> Registry.start_link(keys: :unique, name: Names, partitions: 0) end,
      fn -> Registry.start_link(keys: :unique, name: Names, listeners: ["x"]) end,
      fn -> Registry.lookup(:nope, 1) end,
      fn -> Registry.register(:nope, 1, 1) end,
      fn -> Registry.unregister(:nope, 1) end,
      fn -> GenServer.whereis({:via, Registry, {Topics, 1}}) end,
      fn -> GenServer.whereis({:via, Registry, {:nope, 1}}) end,
      fn -> Registry.update_value(Topics, 1, & &1) end,
      fn -> Registry.select(Topics, [{1, 2}]) end
    ]

    for call <- calls do
      try do
        call.()
      rescue
        error -> IO.inspect(error)
      end
    end

    IO.inspect(
      Registry.start_link(keys: :unique, name: Topics) ==
        {:error, {:already_started, Process.whereis(Topics)}}
    )
  end
end

Main.main()
