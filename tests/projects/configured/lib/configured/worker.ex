defmodule Configured.Worker do
  use GenServer

  def start_link(n), do: GenServer.start_link(__MODULE__, n, name: name(n))
  def ticks(n), do: GenServer.call(name(n), :ticks)
  def name(n), do: {:via, Registry, {Configured.Registry, n}}

  @impl true
  def init(n) do
    {:ok, {n, 0}, {:continue, :tick}}
  end

  @impl true
  def handle_continue(:tick, state), do: {:noreply, tick(state)}

  @impl true
  def handle_info(:tick, {n, ticks}), do: {:noreply, tick({n, ticks + 1})}

  @impl true
  def handle_call(:ticks, _from, {_, ticks} = state), do: {:reply, ticks, state}

  defp tick(state) do
    interval = Application.fetch_env!(:configured, __MODULE__)[:interval]
    Process.send_after(self(), :tick, interval)
    state
  end
end
