# Timeouts of 0 come after queued events and before messages, in their order.
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
a = {:timeout, :a}
:gen_statem.cast(pid, :message)
:gen_statem.call(pid, {:do, [{a, 0, 1}, {:state_timeout, 0, 2}, {{:timeout, :b}, 0, 3}]})
:gen_statem.call(pid, {:do, [{a, :update, :started}, {:next_event, :cast, :queued}]})
:gen_statem.call(pid, {:do, [{:timeout, 0, :event}, {:next_event, :cast, :takes_it_away}]})
:gen_statem.call(pid, {:do, [{a, 0, 1}, {{:timeout, :b}, 0, 2}, {:next_event, :internal, {:do, [{a, 0, 3}]}}]})
:gen_statem.call(pid, {:do, [{a, 0, 1}, {:next_event, :internal, {:do, [{a, :cancel}]}}]})
:gen_statem.call(pid, {:do, [0]})
Process.sleep(20)
