# use Task makes a child specification.
defmodule Job do
  use Task, restart: :transient
  def start_link(arg), do: Task.start_link(__MODULE__, :run, [arg])

  def run({pid, n}) do
    send(pid, {:ran, n})
    if n > 1, do: exit(:too_big)
  end
end

IO.inspect(Job.child_spec(1))
{:ok, sup} = Supervisor.start_link([{Job, {self(), 1}}], strategy: :one_for_one)
receive do: (m -> IO.inspect(m))
Process.sleep(5)
IO.inspect(Supervisor.count_children(sup))
