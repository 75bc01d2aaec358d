# What supervisors report of their children, as handlers of :logger are given it.
defmodule Seen do
  def log(event, _) do
    with {:report, %{label: {:supervisor, k}} = r} when k != :progress <- event.msg do
      IO.inspect({k, Keyword.drop(r.report, [:supervisor]), event.meta.mfa, event.meta.line})
    else
      _ -> :ok
    end
  end
end
defmodule Child do
  use GenServer
  def start_link(x), do: GenServer.start_link(__MODULE__, x)
  def init(:bad), do: {:stop, :no}
  def init(:second) do
    if :persistent_term.get(:up, false), do: {:stop, :not_again}, else: (:persistent_term.put(:up, true); {:ok, 1})
  end
  def init(a), do: (Process.flag(:trap_exit, true); {:ok, a})
  def handle_cast(:stop, s), do: {:stop, :why, s}
  def terminate(_, :slow), do: exit(:worse)
  def terminate(_, _), do: :ok
end
:logger.add_handler(:seen, Seen, %{})
Process.flag(:trap_exit, true)
wait = fn -> Process.sleep(50) end
IO.puts "--- again"
{:ok, sup} = Supervisor.start_link([{Child, :second}], strategy: :one_for_one)
[{_, c, _, _}] = Supervisor.which_children(sup); GenServer.cast(c, :stop); wait.()
IO.puts "--- again all"
:persistent_term.put(:up, false)
{:ok, sup} = Supervisor.start_link([{Child, :second}], strategy: :one_for_all)
[{_, c, _, _}] = Supervisor.which_children(sup); GenServer.cast(c, :stop); wait.()
IO.puts "--- shutdown error"
{:ok, sup} = Supervisor.start_link([{Child, :slow}], strategy: :one_for_one)
Supervisor.stop(sup); wait.()
IO.puts "--- temp"
{:ok, sup} = Supervisor.start_link([%{id: :t, start: {Child, :start_link, [1]}, restart: :temporary}], strategy: :one_for_one)
[{_, c, _, _}] = Supervisor.which_children(sup); GenServer.cast(c, :stop); wait.()
{:ok, sup} = Supervisor.start_link([%{id: :t, start: {Child, :start_link, [1]}, restart: :transient}], strategy: :one_for_one)
[{_, c, _, _}] = Supervisor.which_children(sup); GenServer.cast(c, :stop); wait.()
[{_, c, _, _}] = Supervisor.which_children(sup); GenServer.stop(c); wait.()
