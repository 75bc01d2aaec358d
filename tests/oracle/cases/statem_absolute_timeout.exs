# A timeout can be given by the clock, at an absolute time; one in the past fires at once.
defmodule Machine do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(data), do: {:ok, :one, data}
  def handle_event({:call, from}, {:do, actions}, _, _), do: {:keep_state_and_data, [{:reply, from, :done} | actions]}
  def handle_event({:call, from}, {:go, state, actions}, _, data), do: {:next_state, state, data, [{:reply, from, :gone} | actions]}
  def handle_event(:internal, {:do, actions}, _, _), do: {:keep_state_and_data, actions}
  def handle_event({:call, _}, content, state, data), do: handle_event(:call, content, state, data)
  def handle_event(kind, content, state, _) do
    IO.inspect({kind, content, state})
    :keep_state_and_data
  end
end

{:ok, pid} = :gen_statem.start(Machine, [], [])
now = :erlang.monotonic_time(:millisecond)
:gen_statem.call(pid, {:do, [{{:timeout, :a}, now + 40, :later, [{:abs, true}]}, {:state_timeout, 20, :sooner, []}]})
Process.sleep(80)
:gen_statem.call(pid, {:do, [{:state_timeout, now, :past, {:abs, true}}, {:timeout, 5, :relative, {:abs, false}}]})
Process.sleep(20)
