# What a supervisor makes of the ends to which a child's init can come.
defmodule Init do
  use GenServer
  def start_link(answer), do: GenServer.start_link(Init, answer)
  def init(:raise), do: raise("oops")
  def init(answer), do: answer
end

defmodule Main do
  def main do
    Process.flag(:trap_exit, true)

    for answer <- [
          {:stop, :no},
          {:stop, :normal},
          {:stop, {:shutdown, :later}},
          :ignore,
          :nonsense
        ] do
      case Supervisor.start_link([{Init, answer}], strategy: :one_for_one) do
        {:ok, sup} ->
          IO.inspect({answer, Supervisor.which_children(sup), Supervisor.count_children(sup)})

        error ->
          IO.inspect({answer, error})
      end
    end

    {:error, {:shutdown, {:failed_to_start_child, Init, {error, [_ | _]}}}} =
      Supervisor.start_link([{Init, :raise}], strategy: :one_for_one)

    IO.inspect(error)
  end
end

Main.main()
