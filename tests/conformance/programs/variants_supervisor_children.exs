# Children of a supervisor, in many forms.
Process.flag(:trap_exit, true)
defmodule C do
  def child_spec(n), do: %{id: n, start: {C, :start_link, [n]}, restart: :permanent, shutdown: 100}
  def start_link(n), do: (IO.puts("start #{inspect(n)}"); Agent.start_link(fn -> n end))
end
{:ok, s} = Supervisor.start_link([{C, :a}, Supervisor.child_spec({C, :b}, id: :bb, restart: :temporary), Supervisor.child_spec({C, :c}, restart: :transient, shutdown: :brutal_kill)], strategy: :one_for_one, name: S)
IO.inspect(Supervisor.count_children(S)); IO.inspect(Supervisor.which_children(S) |> Enum.map(fn {i, p, t, m} -> {i, is_pid(p), t, m} end))
IO.inspect(Supervisor.start_child(S, {C, :a}) |> elem(0)); IO.inspect(Supervisor.start_child(S, {C, :d}) |> elem(0))
IO.inspect(Supervisor.terminate_child(S, :d)); IO.inspect(Supervisor.terminate_child(S, :d)); IO.inspect(Supervisor.restart_child(S, :d) |> elem(0)); IO.inspect(Supervisor.restart_child(S, :d) |> elem(0)); IO.inspect(Supervisor.delete_child(S, :d)); Supervisor.terminate_child(S, :d); IO.inspect(Supervisor.delete_child(S, :d)); IO.inspect(Supervisor.delete_child(S, :nope)); IO.inspect(Supervisor.restart_child(S, :nope)); IO.inspect(Supervisor.terminate_child(S, :nope))
IO.inspect(Supervisor.terminate_child(S, :bb)); IO.inspect(Supervisor.which_children(S) |> Enum.map(&elem(&1, 0)))
IO.inspect(Supervisor.start_child(S, %{id: :bad, start: {C, :nope, []}}) |> elem(0)); IO.inspect(Supervisor.start_child(S, %{id: :x, start: {Agent, :start_link, [fn -> exit(:no) end]}}))
IO.inspect(Supervisor.start_child(S, %{id: :ig, start: {GenServer, :start_link, [C2, 1]}}) |> elem(0))
defmodule Ig do
  use GenServer
  def init(_), do: :ignore
end
IO.inspect(Supervisor.start_child(S, %{id: :ig, start: {GenServer, :start_link, [Ig, 1]}})); IO.inspect(List.keyfind(Supervisor.which_children(S), :ig, 0))
IO.inspect(:supervisor.get_childspec(S, :a) |> elem(1) |> Map.delete(:start)); IO.inspect(:supervisor.get_childspec(S, :zz))
IO.inspect(Supervisor.child_spec({C, :q}, id: 1)); IO.inspect(Supervisor.child_spec(C, []) |> Map.get(:id)); IO.inspect(Supervisor.child_spec(%{id: 1, start: {A, :b, []}}, shutdown: 5)); IO.inspect(try do Supervisor.child_spec({C, 1}, foo: 1) rescue e -> Exception.message(e) end)
IO.inspect(Supervisor.init([{C, 1}], strategy: :one_for_all) |> elem(1) |> elem(0)); IO.inspect(Supervisor.start_link([], strategy: :one_for_one, name: S) |> elem(0))
IO.inspect(Supervisor.stop(S, :shutdown)); IO.inspect(receive do {:EXIT, ^s, r} -> r after 5 -> :none end)
