# A child specification in all its forms, and with overrides.
defmodule Stack do
  use GenServer
  def init(items), do: {:ok, items}
end

defmodule App do
  use Supervisor
  def init(_), do: :ignore
end

defmodule Plain do
end

defmodule Main do
  def main do
    IO.inspect(Supervisor.child_spec(Stack, []))
    IO.inspect(Supervisor.child_spec({Stack, [1]}, id: :stack, restart: :transient))

    IO.inspect(
      Supervisor.child_spec(%{id: 1, start: {Stack, :start_link, []}},
        shutdown: :brutal_kill,
        type: :supervisor,
        modules: :dynamic
      )
    )

    IO.inspect(App.child_spec(1))

    for given <- [
          fn -> Supervisor.child_spec(Stack, name: :s) end,
          fn ->
            Supervisor.child_spec({:id, {Stack, :start_link, []}, :permanent, 5, :worker, []}, [])
          end
        ] do
      try do
        given.()
      rescue
        error in ArgumentError -> IO.puts(error.message |> String.split("\n") |> hd)
      end
    end

    try do
      Supervisor.child_spec("stack", [])
    rescue
      error in ArgumentError -> IO.puts(error.message |> String.split("\n") |> hd)
    end

    try do
      Supervisor.child_spec(Plain, [])
    rescue
      error in ArgumentError -> IO.puts(error.message |> String.split("\n") |> hd)
    end
  end
end

Main.main()
