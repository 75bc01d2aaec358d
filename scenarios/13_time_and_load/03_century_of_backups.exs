# A century of backups: 36,525 nights in a second
#
# Every midnight the scheduler casts :start to the backup, a state machine, which runs for an hour. The scheduler
# computes each midnight from the number of the day, so no delay adds up in a hundred years. On a virtual clock to
# wait costs nothing; what costs are the events, and there are but a few a day.
#
# Try: simulator run century_of_backups.exs

defmodule Backup do
  @behaviour :gen_statem

  @hour 3_600_000

  @impl true
  def callback_mode, do: :state_functions

  @impl true
  def init(_), do: {:ok, :idle, %{started: 0, completed: 0, refused: 0}}

  def idle(:cast, :start, counts) do
    {:next_state, :running, %{counts | started: counts.started + 1}, [{:state_timeout, @hour, :done}]}
  end

  def idle({:call, from}, :counts, counts), do: {:keep_state_and_data, [{:reply, from, counts}]}

  def running(:state_timeout, :done, counts) do
    {:next_state, :idle, %{counts | completed: counts.completed + 1}}
  end

  def running(:cast, :start, counts), do: {:keep_state, %{counts | refused: counts.refused + 1}}
  def running({:call, _from}, :counts, _counts), do: {:keep_state_and_data, [:postpone]}
end

defmodule Scheduler do
  use GenServer

  @day 24 * 3_600_000

  @impl true
  def init(days) do
    wait_for_midnight(1)
    {:ok, {1, days}}
  end

  @impl true
  def handle_info(:midnight, {today, days}) do
    :gen_statem.cast(Backup, :start)

    if today == days do
      {:stop, :normal, {today, days}}
    else
      wait_for_midnight(today + 1)
      {:noreply, {today + 1, days}}
    end
  end

  defp wait_for_midnight(day) do
    Process.send_after(self(), :midnight, day * @day - System.monotonic_time(:millisecond))
  end
end

defmodule Figures do
  def seconds, do: grouped(System.monotonic_time(:second))

  def grouped(number) do
    number
    |> Integer.digits()
    |> Enum.reverse()
    |> Enum.chunk_every(3)
    |> Enum.map_join(",", &Enum.join/1)
    |> String.reverse()
  end
end

:gen_statem.start_link({:local, Backup}, Backup, nil, [])
{:ok, scheduler} = GenServer.start(Scheduler, 36_525)
ref = Process.monitor(scheduler)

receive do
  {:DOWN, ^ref, _, _, _} -> IO.puts("The last midnight: #{Figures.seconds()} s")
end

counts = :gen_statem.call(Backup, :counts)
IO.puts("Its backup is done: #{Figures.seconds()} s")
for what <- [:started, :completed, :refused], do: IO.puts("#{what}: #{Figures.grouped(counts[what])}")
