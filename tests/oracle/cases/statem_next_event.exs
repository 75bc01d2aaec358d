# Events that a machine makes for itself come before all others, in their order.
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
me = self()
:gen_statem.cast(pid, :last)
send(pid, :very_last)
:gen_statem.call(pid, {:do, [{:next_event, :internal, 1}, {:next_event, :cast, 2}, {:next_event, :info, 3}]})
:gen_statem.call(pid, {:do, [{:next_event, {:call, {me, make_ref()}}, :asked}]})
:gen_statem.call(pid, {:do, [{:next_event, :internal, {:do, [{:next_event, :internal, 2}]}}, {:next_event, :internal, 3}]})
:gen_statem.call(pid, {:do, [{:next_event, :timeout, 1}, {:next_event, :state_timeout, 2}, {:next_event, {:timeout, :a}, 3}]})
