# Supervisors with children lacking functions.
Process.flag(:trap_exit, true)
defmodule Empty do
end
defmodule NoStart do
  use GenServer
  def init(x), do: {:ok, x}
end
defmodule NoInit do
  def start_link(x), do: GenServer.start_link(__MODULE__, x)
  def child_spec(x), do: %{id: __MODULE__, start: {__MODULE__, :start_link, [x]}}
end
defmodule BadInit do
  use GenServer
  def start_link(x), do: GenServer.start_link(__MODULE__, x)
  def init(x), do: x
end
show = fn r ->
  r = case r do
    {:error, {:shutdown, {:failed_to_start_child, id, why}}} -> {:failed, id, why}
    o -> o
  end
  IO.puts(inspect(r) |> String.replace(~r/#PID<[\d.]+>/, "PID") |> String.replace(~r/\[\{.*\}\]/, "ST"))
end
for kids <- [[{NoStart, 1}], [{NoInit, 1}], [{BadInit, 5}], [{BadInit, :ignore}], [{BadInit, {:stop, :why}}], [{BadInit, {:ok}}], [{BadInit, {:error, :x}}]] do
  show.(Supervisor.start_link(kids, strategy: :one_for_one))
  receive do {:EXIT, _, m} -> IO.puts("exit " <> inspect(elem({m}, 0)) |> String.slice(0, 30)) after 10 -> :ok end
end
for k <- [Empty, {Empty, 1}, %{id: 1}, %{id: 1, start: 5}, 17, "x", {1, 2}, {Empty}, NoSuch] do
  r = try do Supervisor.start_link([k], strategy: :one_for_one) rescue e -> {:raised, e.__struct__, Exception.message(e)} end
  IO.inspect(r)
end
{:ok, d} = DynamicSupervisor.start_link(strategy: :one_for_one)
for k <- [{NoStart, 1}, {NoInit, 1}, {BadInit, 5}, {BadInit, :ignore}, {BadInit, {:stop, :why}}, %{id: 1}, %{id: 1, start: {A, :b, []}}, %{id: 1, start: {A, :b, []}, restart: :often}, {NoStart, :start_link, []}] do
  r = try do DynamicSupervisor.start_child(d, k) rescue e -> {:raised, e.__struct__, Exception.message(e)} end
  show.(r)
end
IO.inspect(DynamicSupervisor.count_children(d))
