# Back-pressure: three ways to meet more jobs than a pool can do
#
# For one second a job comes every 2 ms, and three workers take 20 ms for each. Accept everything, with a cast:
# the queue grows to 350. Refuse, with a call that is answered :busy: 340 of the 500 are sent away. Wait, with a
# call that is answered when there is room: the sender is slowed down to the pace of the workers.
#
# halt: false
#
# Try: simulator run back_pressure.exs
# view_at: 15s

defmodule Pool do
  use GenServer

  @room 10

  @impl true
  def init(policy) do
    pool = self()
    workers = for _ <- 1..3, do: spawn_link(fn -> work(pool) end)
    {:ok, %{policy: policy, free: workers, queue: [], outside: [], longest: 0, waits: []}}
  end

  @impl true
  def handle_cast({:submit, job}, state), do: {:noreply, hand_out(queued(state, job))}
  def handle_cast({:done, pid}, state), do: {:noreply, hand_out(%{state | free: state.free ++ [pid]})}

  @impl true
  def handle_call({:submit, job}, _from, state) when length(state.queue) < @room do
    {:reply, :ok, hand_out(queued(state, job))}
  end

  def handle_call({:submit, _job}, _from, %{policy: :refuse} = state), do: {:reply, :busy, state}

  def handle_call({:submit, job}, from, state) do
    {:noreply, %{state | outside: state.outside ++ [{from, job}]}}
  end

  def handle_call(:figures, _from, state), do: {:reply, {state.longest, Enum.max(state.waits)}, state}

  defp queued(state, job) do
    queue = state.queue ++ [{job, now()}]
    %{state | queue: queue}
  end

  # Give jobs to free workers, and let those in who wait outside.
  defp hand_out(state) do
    %{state | longest: max(state.longest, length(state.queue))}
    |> give_work()
    |> let_in()
  end

  defp give_work(%{queue: [{job, since} | queue], free: [worker | free]} = state) do
    send(worker, {:work, job})
    give_work(%{state | queue: queue, free: free, waits: [now() - since | state.waits]})
  end

  defp give_work(state), do: state

  defp let_in(%{outside: [{from, job} | outside]} = state) when length(state.queue) < @room do
    GenServer.reply(from, :ok)
    let_in(queued(%{state | outside: outside}, job))
  end

  defp let_in(state), do: state

  defp work(pool) do
    receive do
      {:work, _job} ->
        Process.sleep(20)
        GenServer.cast(pool, {:done, self()})
        work(pool)
    end
  end

  defp now, do: System.monotonic_time(:millisecond)
end

defmodule Sender do
  @jobs 500
  @pause 2

  def show(policy) do
    start = now()
    {:ok, pool} = GenServer.start_link(Pool, policy)

    refused =
      Enum.count(0..(@jobs - 1), fn job ->
        answer = submit(policy, pool, job)
        Process.sleep(max(0, start + (job + 1) * @pause - now()))
        answer == :busy
      end)

    sent = now() - start
    Process.sleep(10_000)
    {longest, wait} = GenServer.call(pool, :figures)

    IO.puts(
      "#{String.pad_trailing(to_string(policy), 6)}: sent in #{pad(sent, 4)} ms, queue up to #{pad(longest, 3)}, " <>
        "longest wait #{pad(wait, 4)} ms, refused #{pad(refused, 3)}"
    )
  end

  defp submit(:accept, pool, job), do: GenServer.cast(pool, {:submit, job})
  defp submit(_policy, pool, job), do: GenServer.call(pool, {:submit, job}, :infinity)

  defp pad(number, width), do: String.pad_leading(to_string(number), width)
  defp now, do: System.monotonic_time(:millisecond)
end

for policy <- [:accept, :refuse, :wait], do: Sender.show(policy)
