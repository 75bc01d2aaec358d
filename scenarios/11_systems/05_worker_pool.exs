# The worker pool: five tasks, three workers, and who gets which
#
# Dealt out in turn, five equal tasks take 2 s. With a long first task, task 4 waits behind it until 3000 ms while
# worker 3 has nothing to do. Last, each task goes to whichever worker is free: all is done in 3000 ms, the time of
# the longest.
#
# halt: false
#
# Try: simulator diagram worker_pool.exs --to 1999ms --hide main -o worker_pool.png
# view_at: 500ms

defmodule Worker do
  use GenServer

  @impl true
  def init(number), do: {:ok, number}

  @impl true
  def handle_call({:work, task, ms}, _from, number) do
    Process.sleep(ms)
    {:reply, {task, number, System.monotonic_time(:millisecond)}, number}
  end
end

defmodule Pool do
  def round_robin(workers, durations) do
    durations
    |> Enum.with_index(1)
    |> Enum.zip(Stream.cycle(workers))
    |> Enum.map(fn {{ms, task}, worker} -> Task.async(fn -> ask(worker, task, ms) end) end)
    |> Task.await_many(:infinity)
  end

  def whoever_is_free(workers, durations) do
    owner = spawn(fn -> lend(workers) end)

    durations
    |> Enum.with_index(1)
    |> Enum.map(fn {ms, task} -> Task.async(fn -> borrow(owner, task, ms) end) end)
    |> Task.await_many(:infinity)
  end

  defp ask(worker, task, ms), do: GenServer.call(worker, {:work, task, ms}, :infinity)

  defp borrow(owner, task, ms) do
    send(owner, {:checkout, self()})

    receive do
      {:worker, worker} ->
        done = ask(worker, task, ms)
        send(owner, {:checkin, worker})
        done
    end
  end

  defp lend([]) do
    receive do
      {:checkin, worker} -> lend([worker])
    end
  end

  defp lend([worker | free]) do
    receive do
      {:checkout, client} ->
        send(client, {:worker, worker})
        lend(free)
    end
  end
end

defmodule Show do
  def show(title, deal_out, durations) do
    start = now()
    workers = for number <- 1..3, {:ok, pid} = GenServer.start_link(Worker, number), do: pid
    results = deal_out.(workers, durations)
    IO.puts("#{title}: #{now() - start} ms")

    for {task, number, done} <- results do
      IO.puts("  task #{task} by worker #{number}, done at #{done - start} ms")
    end
  end

  defp now, do: System.monotonic_time(:millisecond)
end

equal = List.duplicate(1000, 5)
long_first = [3000, 1000, 1000, 1000, 1000]
Show.show("five equal tasks, in turn", &Pool.round_robin/2, equal)
Show.show("a long one first, in turn", &Pool.round_robin/2, long_first)
Show.show("a long one first, to whoever is free", &Pool.whoever_is_free/2, long_first)
