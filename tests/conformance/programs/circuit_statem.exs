# A connection as a gen_statem: reconnects with a growing delay, postpones requests, and gives up on a stop.
defmodule Conn do
  @behaviour :gen_statem
  def start_link(fails), do: :gen_statem.start_link({:local, :conn}, __MODULE__, fails, [])
  def request(r, t \\ 500), do: :gen_statem.call(:conn, {:request, r}, t)
  @impl true
  def callback_mode, do: [:handle_event_function, :state_enter]
  @impl true
  def init(fails), do: {:ok, :disconnected, %{fails: fails, tries: 0, served: 0}}
  @impl true
  def handle_event(:enter, :disconnected, :disconnected, d) do
    IO.puts("first enter")
    {:keep_state, d, [{:state_timeout, 0, :connect}]}
  end
  def handle_event(:enter, old, :disconnected, d) do
    IO.puts("enter disconnected from #{old}")
    {:keep_state, %{d | tries: 0}, [{:state_timeout, 5, :connect}]}
  end
  def handle_event(:enter, old, :connected, d) do
    IO.puts("connected from #{old} after #{d.tries}")
    {:keep_state_and_data, [{{:timeout, :idle}, 40, :idle}]}
  end
  def handle_event(:state_timeout, :connect, :disconnected, %{fails: 0} = d), do: {:next_state, :connected, d}
  def handle_event(:state_timeout, :connect, :disconnected, d) do
    delay = 5 * Integer.pow(2, d.tries)
    IO.puts("failed, again in #{delay}")
    {:keep_state, %{d | fails: d.fails - 1, tries: d.tries + 1}, [{:state_timeout, delay, :connect}]}
  end
  def handle_event({:call, _}, {:request, _}, :disconnected, _), do: {:keep_state_and_data, [:postpone]}
  def handle_event({:call, from}, {:request, :drop}, :connected, d) do
    {:next_state, :disconnected, %{d | fails: 1}, [{:reply, from, :dropped}]}
  end
  def handle_event({:call, from}, {:request, r}, :connected, d) do
    {:keep_state, %{d | served: d.served + 1}, [{:reply, from, {:ok, r, d.served + 1}}, {{:timeout, :idle}, 40, :idle}]}
  end
  def handle_event({:timeout, :idle}, :idle, state, d) do
    IO.puts("idle in #{state}")
    if state == :connected, do: {:stop, :normal, d}, else: :keep_state_and_data
  end
  def handle_event(:info, m, s, _) do
    IO.inspect({:info, m, s})
    :keep_state_and_data
  end
  @impl true
  def terminate(r, s, d), do: IO.inspect({:terminate, r, s, d.served})
end
{:ok, pid} = Conn.start_link(2)
IO.inspect(Conn.request(:a))
IO.inspect(Conn.request(:b))
IO.inspect(Conn.request(:drop))
send(pid, :hello)
IO.inspect(try do Conn.request(:c, 3) catch :exit, {r, _} -> r end)
IO.inspect(Conn.request(:d))
Process.sleep(100)
IO.inspect(Process.alive?(pid))
IO.inspect(try do Conn.request(:e) catch :exit, {r, _} -> r end)
