# The job queue: one job at a time, and its spare :process_next
#
# A cast that finds nothing being processed sends :process_next. Three jobs come at 0 ms, and the state says "not
# processing" until the first :process_next is handled: each of the three sends one. From then on there are
# always three on their way, and at 3000 ms the late job adds a fourth. It is harmless here; with a timer in their
# place there would be four of them, ticking for ever.
#
# halt: false
#
# Try: simulator diagram job_queue.exs -o job_queue.png
# view_at: 500ms

defmodule JobQueue do
  use GenServer

  def start_link(_options \\ []), do: GenServer.start_link(__MODULE__, [], name: __MODULE__)
  def add_job(job), do: GenServer.cast(__MODULE__, {:add, job})

  @impl true
  def init(queue), do: {:ok, %{queue: queue, processing: false}}

  @impl true
  def handle_cast({:add, job}, state) do
    unless state.processing, do: send(self(), :process_next)
    {:noreply, %{state | queue: state.queue ++ [job]}}
  end

  @impl true
  def handle_info(:process_next, %{queue: []} = state) do
    IO.puts("#{now()} ms: nothing left")
    {:noreply, %{state | processing: false}}
  end

  def handle_info(:process_next, %{queue: [job | rest]} = state) do
    IO.puts("#{now()} ms: processing #{job}")
    Process.sleep(1000)
    send(self(), :process_next)
    {:noreply, %{state | queue: rest, processing: true}}
  end

  defp now, do: System.monotonic_time(:millisecond)
end

JobQueue.start_link()
for number <- 1..3, do: JobQueue.add_job("job #{number}")
Process.sleep(1500)
JobQueue.add_job("a late job")
