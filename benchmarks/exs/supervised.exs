defmodule Idle do
  use GenServer

  def start_link(arg), do: GenServer.start_link(__MODULE__, arg)
  def init(arg), do: {:ok, arg}
end

defmodule Supervised do
  def start("dynamic", count) do
    {:ok, supervisor} = DynamicSupervisor.start_link(strategy: :one_for_one)
    Enum.each(1..count, fn number -> {:ok, _} = DynamicSupervisor.start_child(supervisor, {Idle, number}) end)
    supervisor
  end

  def start("static", count) do
    specs = for number <- 1..count, do: %{id: number, start: {Idle, :start_link, [number]}}
    {:ok, supervisor} = Supervisor.start_link(specs, strategy: :one_for_one)
    supervisor
  end

  def main(kind, count) do
    before = :erlang.memory(:total)
    {starting, supervisor} = :timer.tc(__MODULE__, :start, [kind, count])
    bytes = :erlang.memory(:total) - before
    %{active: ^count} = Supervisor.count_children(supervisor)
    {stopping, :ok} = :timer.tc(Supervisor, :stop, [supervisor])
    IO.puts("#{starting} #{stopping} #{bytes}")
  end
end

[kind, count] = System.argv()
Supervised.main(kind, String.to_integer(count))
