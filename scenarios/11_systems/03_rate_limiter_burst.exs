# Rate limiting: the burst over the boundary of a window
#
# Two limiters are asked the same. One counts in fixed windows of a second, the other looks back a second from
# now. Five requests come just before 1000 ms, five just after: the fixed windows let all ten through, the sliding
# one refuses the second five, until the first request is 1000 ms old.
#
# Try: simulator diagram rate_limiter_burst.exs -o rate_limiter_burst.png

defmodule Clock do
  def start, do: :persistent_term.put(Clock, System.monotonic_time(:millisecond))
  def now, do: System.monotonic_time(:millisecond) - :persistent_term.get(Clock)
end

defmodule Fixed do
  use GenServer

  @impl true
  def init(limit), do: {:ok, {limit, 0, 0}}

  @impl true
  def handle_call(:check, _from, {limit, window, count}) do
    now = div(Clock.now(), 1000)
    count = if now == window, do: count, else: 0

    if count < limit do
      {:reply, true, {limit, now, count + 1}}
    else
      {:reply, false, {limit, now, count}}
    end
  end
end

defmodule Sliding do
  use GenServer

  @impl true
  def init(limit), do: {:ok, {limit, []}}

  @impl true
  def handle_call(:check, _from, {limit, times}) do
    now = Clock.now()
    recent = Enum.filter(times, &(&1 > now - 1000))

    if length(recent) < limit do
      {:reply, true, {limit, [now | recent]}}
    else
      {:reply, false, {limit, recent}}
    end
  end
end

Clock.start()

for limiter <- [Fixed, Sliding], do: GenServer.start_link(limiter, 5, name: limiter)

before = for n <- 5..1, do: 1000 - 20 * n
later = for n <- 0..4, do: 1000 + 20 * n

let_through =
  for ms <- before ++ later ++ [1900], reduce: %{Fixed => 0, Sliding => 0} do
    let_through ->
      Process.sleep(ms - Clock.now())
      answers = for limiter <- [Fixed, Sliding], do: {limiter, GenServer.call(limiter, :check)}

      line =
        Enum.map_join(answers, "  ", fn {limiter, allowed} ->
          "#{inspect(limiter)} #{if allowed, do: "OK     ", else: "LIMITED"}"
        end)

      IO.puts("#{String.pad_leading(to_string(Clock.now()), 4)} ms: #{String.trim_trailing(line)}")
      for {limiter, true} <- answers, reduce: let_through, do: (counts -> Map.update!(counts, limiter, &(&1 + 1)))
  end

IO.puts("let through: Fixed #{let_through[Fixed]}, Sliding #{let_through[Sliding]}")
