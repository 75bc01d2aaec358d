defmodule Shop.Application do
  use Application

  @impl true
  def start(_type, _args) do
    children = [%{id: Shop.Counter, start: {Agent, :start_link, [fn -> 0 end, [name: Shop.Counter]]}}]
    Supervisor.start_link(children, strategy: :one_for_one, name: Shop.Supervisor)
  end
end
