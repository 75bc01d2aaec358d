# :sys.get_status of state machines: their timeouts, postponed events, and format_status.
defmodule Plain do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function

  def init(x) do
    {:ok, :idle, x, [{:state_timeout, 100_000, :t}, {{:timeout, :n}, 3000, :nn}, {{:timeout, :m}, 9000, :mm}]}
  end

  def handle_event(:cast, {:later, _}, _, _), do: {:keep_state_and_data, :postpone}
  def handle_event(_, _, _, _), do: :keep_state_and_data
end

defmodule One do
  @behaviour :gen_statem
  def callback_mode, do: :state_functions
  def init(x), do: {:ok, :idle, x}
  def idle(:cast, {:later, _}, _), do: {:keep_state_and_data, [:postpone, {:timeout, 500, :slow}]}
  def format_status(status), do: %{IO.inspect(status) | data: :hidden, postponed: [:some]}
end

defmodule Two do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(x), do: {:ok, :idle, x}
  def handle_event(_, _, _, _), do: :keep_state_and_data
  def format_status(reason, [_, state, data]), do: {reason, state, data}
end

defmodule Raises do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(x), do: {:ok, :idle, x}
  def handle_event(_, _, _, _), do: :keep_state_and_data
  def format_status(_, _), do: raise("no")
end

for module <- [Plain, One, Two, Raises] do
  {:ok, pid} = :gen_statem.start_link({:local, :machine}, module, 5, [])
  :gen_statem.cast(pid, {:later, 1})
  :gen_statem.cast(pid, {:later, 2})
  IO.inspect(:sys.get_status(pid))
  :sys.suspend(:machine)
  IO.inspect(elem(:sys.get_status(:machine), 3) |> Enum.at(1))
  :gen_statem.stop(pid)
end
