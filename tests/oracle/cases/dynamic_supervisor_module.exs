# A dynamic supervisor's module says in init what it is to do.
defmodule Pool do
  use DynamicSupervisor

  def init(most) when is_integer(most),
    do: DynamicSupervisor.init(strategy: :one_for_one, max_children: most)

  def init(answer), do: answer
end

defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    IO.inspect(Pool.child_spec(2))
    {:ok, sup} = DynamicSupervisor.start_link(Pool, 1, name: :pool)
    {:ok, _} = DynamicSupervisor.start_child(:pool, {Agent, fn -> 1 end})
    IO.inspect(DynamicSupervisor.start_child(sup, {Agent, fn -> 1 end}))

    IO.inspect(
      DynamicSupervisor.start_link(Pool, 1, name: :pool) == {:error, {:already_started, sup}}
    )

    IO.inspect(DynamicSupervisor.start_link(Pool, :ignore))
    IO.inspect(DynamicSupervisor.start_link(Pool, :nonsense))
  end
end

Main.main()
