# The Ticker: a server that sends itself a message every second
#
# init arms a timer for :tick and returns; handle_info prints and arms it for the next one. Between the ticks the
# server is free. It never ends, and neither would the run: until stops it at 5500 ms.
#
# until: 5500ms
# halt: false
#
# Try: simulator run ticker.exs --until 3s
#      simulator diagram ticker.exs -o ticker.png

defmodule Ticker do
  use GenServer

  def start_link(interval), do: GenServer.start_link(__MODULE__, interval, name: __MODULE__)

  @impl true
  def init(interval) do
    schedule_tick(interval)
    {:ok, %{interval: interval, count: 0}}
  end

  @impl true
  def handle_info(:tick, state) do
    IO.puts("#{System.monotonic_time(:millisecond)} ms: Tick #{state.count}")
    schedule_tick(state.interval)
    {:noreply, %{state | count: state.count + 1}}
  end

  defp schedule_tick(interval), do: Process.send_after(self(), :tick, interval)
end

Ticker.start_link(1000)
