# A rate limiter with a window.
defmodule Limiter do
  use GenServer
  def start_link(opts), do: GenServer.start_link(__MODULE__, opts)
  def allow?(pid, who), do: GenServer.call(pid, {:allow?, who})

  def init(opts) do
    :timer.send_interval(opts[:window], :reset)
    {:ok, %{limit: Keyword.fetch!(opts, :limit), seen: %{}}}
  end

  def handle_call({:allow?, who}, _from, %{limit: limit, seen: seen} = state) do
    count = Map.get(seen, who, 0)
    {:reply, count < limit, put_in(state.seen[who], count + 1)}
  end

  def handle_info(:reset, state), do: {:noreply, %{state | seen: %{}}}
end

{:ok, pid} = Limiter.start_link(limit: 2, window: 30)
IO.inspect(for _ <- 1..3, do: Limiter.allow?(pid, :ann))
IO.inspect(Limiter.allow?(pid, :bob))
Process.sleep(40)
IO.inspect(Limiter.allow?(pid, :ann))
