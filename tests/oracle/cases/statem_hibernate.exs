# A machine that hibernates wakes with the next message, or its timeout.
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
:gen_statem.call(pid, {:do, [:hibernate]})
Process.sleep(10)
:gen_statem.cast(pid, :wake)
:gen_statem.call(pid, {:do, [{:hibernate, true}, {:state_timeout, 20, :alarm}]})
Process.sleep(40)
:gen_statem.call(pid, {:do, [:hibernate, {:next_event, :internal, :at_once}]})
:gen_statem.call(pid, {:do, [:hibernate, {:state_timeout, 0, :at_once, []}]})
Process.sleep(10)
