# A state machine with :gen_statem.
defmodule Switch do
  @behaviour :gen_statem
  def start_link, do: :gen_statem.start_link({:local, __MODULE__}, __MODULE__, 0, [])
  def flip, do: :gen_statem.cast(__MODULE__, :flip)
  def count, do: :gen_statem.call(__MODULE__, :count)

  @impl true
  def callback_mode, do: :handle_event_function
  @impl true
  def init(n), do: {:ok, :off, n}

  @impl true
  def handle_event(:cast, :flip, :off, n), do: {:next_state, :on, n + 1, [{:state_timeout, 10, :auto}]}
  def handle_event(:cast, :flip, :on, n), do: {:next_state, :off, n}

  def handle_event(:state_timeout, :auto, :on, n) do
    IO.puts("off by itself")
    {:next_state, :off, n}
  end

  def handle_event({:call, from}, :count, state, n), do: {:keep_state_and_data, [{:reply, from, {state, n}}]}
end

{:ok, _} = Switch.start_link()
IO.inspect(Switch.count())
Switch.flip()
IO.inspect(Switch.count())
Switch.flip()
IO.inspect(Switch.count())
Switch.flip()
Process.sleep(20)
IO.inspect(Switch.count())
