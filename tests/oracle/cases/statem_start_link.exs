# A linked machine dies with its parent, with terminate if it traps exits; others' exits are info.
Code.require_file("../statem_reports.exs", __DIR__)
defmodule Machine do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(trap) do
    Process.flag(:trap_exit, trap)
    {:ok, :one, trap}
  end
  def handle_event(kind, content, _, _) do
    IO.inspect({kind, content})
    :keep_state_and_data
  end
  def terminate(reason, state, data), do: IO.inspect({:terminate, reason, state, data})
end

Process.flag(:trap_exit, true)
for trap <- [true, false] do
  spawn(fn ->
    {:ok, pid} = :gen_statem.start_link({:local, :machine}, Machine, trap, [])
    IO.inspect(:gen_statem.start_link({:local, :machine}, Machine, trap, []) == {:error, {:already_started, pid}})
    if trap, do: Process.exit(pid, :from_outside)
    Process.sleep(50)
    exit(:shutdown)
  end)
  Process.sleep(120)
  IO.inspect(Process.whereis(:machine))
end
{:ok, pid} = :gen_statem.start_link(Machine, true, [])
IO.inspect(:gen_statem.stop(pid, :shutdown, 1000))
receive do {:EXIT, ^pid, reason} -> IO.inspect({:exit, reason}) end
