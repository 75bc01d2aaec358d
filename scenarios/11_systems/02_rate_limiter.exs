# The rate limiter: five requests a second
#
# A request is fine if fewer than five of those let through are less than 1000 ms old. Ten requests, 100 ms apart:
# those at 0 to 400 ms are OK, the five from 500 ms on are limited.
#
# Try: simulator diagram rate_limiter.exs -o rate_limiter.png

defmodule RateLimiter do
  use GenServer

  def start_link(max_requests, window) do
    GenServer.start_link(__MODULE__, {max_requests, window}, name: __MODULE__)
  end

  def check, do: GenServer.call(__MODULE__, :check)

  @impl true
  def init({max_requests, window}) do
    {:ok, %{max_requests: max_requests, window: window, requests: []}}
  end

  @impl true
  def handle_call(:check, _from, state) do
    now = System.monotonic_time(:millisecond)
    recent = Enum.filter(state.requests, &(&1 > now - state.window))

    if length(recent) < state.max_requests do
      {:reply, :ok, %{state | requests: [now | recent]}}
    else
      {:reply, :rate_limited, state}
    end
  end
end

RateLimiter.start_link(5, 1000)

for number <- 1..10 do
  answer = RateLimiter.check()
  now = System.monotonic_time(:millisecond)

  case answer do
    :ok -> IO.puts("#{now} ms: request #{number}: OK")
    :rate_limited -> IO.puts("#{now} ms: request #{number}: RATE LIMITED")
  end

  Process.sleep(100)
end
