# What a dynamic supervisor says of each setting that cannot be.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)

    for options <- [
          [strategy: :one_for_all],
          [max_restarts: -1],
          [max_seconds: 0],
          [max_children: -1],
          [max_children: :few],
          [extra_arguments: 1]
        ] do
      IO.inspect(DynamicSupervisor.start_link(options))
    end
  end
end

Main.main()
