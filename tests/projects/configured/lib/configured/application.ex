defmodule Configured.Application do
  use Application

  @workers Application.compile_env(:configured, :workers, 1)

  @impl true
  def start(type, args) do
    workers = for n <- 1..@workers, do: Supervisor.child_spec({Configured.Worker, n}, id: n)
    children = [{Registry, keys: :unique, name: Configured.Registry}, {Configured.Log, {type, args}} | workers]
    Supervisor.start_link(children, strategy: :rest_for_one, name: Configured.Supervisor)
  end

  @impl true
  def start_phase(phase, type, args) do
    Configured.Log.add({phase, type, args})
  end
end
