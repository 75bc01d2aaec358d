# To repeat a state is to enter it again; to go on to the same state is not.
defmodule Lamp do
  @behaviour :gen_statem
  def callback_mode, do: [:state_functions, :state_enter]
  def init(_), do: {:ok, :off, 0, [{:next_event, :internal, :first}]}
  def off(:enter, old, n) do
    IO.inspect({:off, :enter, old, n})
    {:keep_state, n + 1}
  end
  def off(:internal, :first, _), do: IO.inspect(:keep_state_and_data)
  def off(:cast, :press, n), do: {:next_state, :on, n, [{:next_event, :internal, :lit}]}
  def off(:cast, :stay, n), do: {:next_state, :off, n}
  def off(:cast, :repeat, n), do: {:repeat_state, n + 10}
  def off(:cast, :repeat_data, _), do: :repeat_state_and_data
  def off({:call, from}, :ask, n), do: {:repeat_state_and_data, [{:reply, from, n}]}
  def on(:enter, old, n) do
    IO.inspect({:on, :enter, old, n})
    {:keep_state_and_data, [{:state_timeout, 20, :enough}]}
  end
  def on(:internal, :lit, _), do: IO.inspect(:keep_state_and_data)
  def on(:state_timeout, :enough, n), do: {:next_state, :off, n}
end

{:ok, pid} = :gen_statem.start(Lamp, [], [])

for what <- [:stay, :repeat, :repeat_data], do: :gen_statem.cast(pid, what)
IO.inspect(:gen_statem.call(pid, :ask))
IO.inspect(:gen_statem.call(pid, :ask))
