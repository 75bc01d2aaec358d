# Use supervisor no init, in many forms.
defmodule NoI do
  use Supervisor
end
defmodule NoD do
  use DynamicSupervisor
end
defmodule BadS do
  use Supervisor
  def init(:nil_), do: nil
  def init(:list), do: {:ok, [1]}
  def init(:ignore), do: :ignore
  def init(:bad), do: Supervisor.init([:nope], strategy: :one_for_one)
  def init(:strat), do: Supervisor.init([], strategy: :sometimes)
  def init(:none), do: Supervisor.init([], [])
  def init(:dup), do: Supervisor.init([{Agent, fn -> 1 end}, {Agent, fn -> 1 end}], strategy: :one_for_one)
  def init(:int), do: Supervisor.init([], strategy: :one_for_one, max_restarts: :many)
  def init(:int2), do: Supervisor.init([], strategy: :one_for_one, max_seconds: 0)
end
Process.flag(:trap_exit, true)
strip = fn x -> inspect(x) |> String.replace(~r/#PID<[\d.]+>/, "PID") |> String.replace(~r/#Function<[^>]*>/, "FN")|> String.replace(~r/\[\{.*\}\]|\[\]/, "ST") end
for f <- [fn -> Supervisor.start_link(NoI, 1) end, fn -> DynamicSupervisor.start_link(NoD, 1) end] ++
   for(a <- [:nil_, :list, :ignore, :bad, :strat, :none, :dup, :int, :int2], do: fn -> Supervisor.start_link(BadS, a) end) do
  r = try do f.() rescue e -> {:raised, Exception.message(e)} catch k, r -> {k, r} end
  IO.puts(strip.(r))
  receive do {:EXIT, _, r} -> IO.puts("EXIT " <> strip.(r)) after 10 -> :ok end
end
