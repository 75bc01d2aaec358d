# A supervisor's module says in init what it is to do; what it may answer, and what becomes of other answers.
defmodule App do
  use Supervisor
  def init(:children), do: Supervisor.init([{Agent, fn -> 0 end}], strategy: :one_for_one)
  def init({:exit, reason}), do: exit(reason)
  def init(:raise), do: raise("oops")
  def init(answer), do: answer
end

defmodule Main do
  def main do
    Process.flag(:trap_exit, true)

    for answer <- [
          :children,
          :ignore,
          :nonsense,
          {:ok, :flags},
          {:ok, {%{intensity: -1}, []}},
          {:ok, {%{}, []}},
          {:ok, {{:one_for_all, 1, 1}, []}},
          {:exit, :reason}
        ] do
      case Supervisor.start_link(App, answer, name: :app) do
        {:ok, sup} ->
          IO.inspect({answer, Supervisor.which_children(:app), sup == Process.whereis(:app)})
          Supervisor.stop(:app)

        other ->
          IO.inspect({answer, other, Process.whereis(:app)})
      end
    end

    {:error, {error, [_ | _]}} = Supervisor.start_link(App, :raise)
    IO.inspect(error)
    {:ok, first} = Supervisor.start_link(App, :children, name: :app)

    IO.inspect(
      Supervisor.start_link(App, :children, name: :app) == {:error, {:already_started, first}}
    )
  end
end

Main.main()
