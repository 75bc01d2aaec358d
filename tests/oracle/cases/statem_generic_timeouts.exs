# Generic timeouts run side by side, by name, through events and states.
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
:gen_statem.call(pid, {:do, [{a, 40, :first}, {{:timeout, {:b, 1}}, 20, :second}]})
:gen_statem.call(pid, {:go, :two, []})
:gen_statem.cast(pid, :noise)
Process.sleep(60)
:gen_statem.call(pid, {:do, [{a, 20, :replaced}]})
:gen_statem.call(pid, {:do, [{a, 40, :new}]})
Process.sleep(60)
:gen_statem.call(pid, {:do, [{a, 20, :cancelled}]})
:gen_statem.call(pid, {:do, [{a, :cancel}]})
:gen_statem.call(pid, {:do, [{a, 20, :old}]})
:gen_statem.call(pid, {:do, [{a, :update, :updated}]})
Process.sleep(60)
:gen_statem.call(pid, {:do, [{a, 20, :forever}]})
:gen_statem.call(pid, {:do, [{a, :infinity, :forever}]})
Process.sleep(60)
