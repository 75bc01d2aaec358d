# A timeout whose message has come already is cancelled all the same.
defmodule Machine do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(_), do: {:ok, :one, nil}
  def handle_event(:cast, {:busy, actions}, _, _) do
    Process.sleep(20)
    {:keep_state_and_data, actions}
  end
  def handle_event(:cast, {:set, actions}, _, _), do: {:keep_state_and_data, actions}
  def handle_event(:cast, :go, _, _) do
    Process.sleep(20)
    {:next_state, :two, nil}
  end
  def handle_event(kind, content, state, _) do
    IO.inspect({kind, content, state})
    :keep_state_and_data
  end
end

{:ok, pid} = :gen_statem.start(Machine, [], [])
a = {:timeout, :a}
for what <- [{:set, [{a, 10, 1}]}, {:busy, [{a, :cancel}]}, {:set, [{a, 10, 2}]}, {:busy, []},
             {:set, [{:timeout, 10, 3}]}, {:busy, []}, {:set, [{:state_timeout, 10, 4}]}, :go, :last] do
  :gen_statem.cast(pid, what)
end
Process.sleep(150)
