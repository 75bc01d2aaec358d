# An elevator as a state machine with a queue of floors.
defmodule Elevator do
  use GenServer
  def start_link(floor), do: GenServer.start_link(__MODULE__, floor, name: __MODULE__)
  def call(floor), do: GenServer.cast(__MODULE__, {:call, floor})
  def init(floor), do: {:ok, %{floor: floor, queue: [], moving: false}}

  def handle_cast({:call, floor}, state) do
    state = %{state | queue: state.queue ++ [floor]}
    {:noreply, move(state)}
  end

  def handle_info(:step, %{queue: [target | rest], floor: floor} = state) do
    floor = floor + direction(target, floor)
    IO.puts("floor #{floor}")

    if floor == target do
      IO.puts("doors open at #{floor}")
      {:noreply, move(%{state | floor: floor, queue: rest, moving: false})}
    else
      Process.send_after(self(), :step, 5)
      {:noreply, %{state | floor: floor}}
    end
  end

  defp move(%{queue: []} = state), do: state
  defp move(%{moving: true} = state), do: state

  defp move(%{queue: [floor | rest], floor: floor} = state) do
    IO.puts("already at #{floor}")
    move(%{state | queue: rest})
  end

  defp move(state) do
    Process.send_after(self(), :step, 5)
    %{state | moving: true}
  end

  defp direction(target, floor) when target > floor, do: 1
  defp direction(_, _), do: -1
end

Elevator.start_link(0)
Elevator.call(3)
Elevator.call(1)
Elevator.call(1)
Process.sleep(80)
