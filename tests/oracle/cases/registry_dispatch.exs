# Dispatch calls a function with the entries of a key, and does not call it where there are none.
defmodule Main do
  def main do
    {:ok, _} = Registry.start_link(keys: :duplicate, name: Topics)
    me = self()

    for n <- 1..3 do
      spawn(fn ->
        {:ok, _} = Registry.register(Topics, "news", n)
        send(me, :ready)

        receive do
          message -> send(me, {n, message})
        end
      end)

      receive do
        :ready -> :ok
      end
    end

    IO.inspect(
      Registry.dispatch(Topics, "news", fn entries ->
        for {pid, n} <- entries, do: send(pid, {:hello, n})
      end)
    )

    for _ <- 1..3,
        do:
          IO.inspect(
            receive do
              message -> message
            end
          )

    IO.inspect(Registry.dispatch(Topics, "sport", fn entries -> IO.inspect(entries) end))
    IO.inspect(Registry.dispatch(Topics, "sport", {IO, :inspect, []}))
  end
end

Main.main()
