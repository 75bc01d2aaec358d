# A call waits for its reply, for ever by default; it exits in gen_statem's name where there is none.
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
exits = fn f -> try do f.() catch :exit, reason -> IO.inspect(reason) end end
IO.inspect(:gen_statem.call(pid, {:do, []}))
exits.(fn -> :gen_statem.call(pid, :no_reply, 10) end)
exits.(fn -> :gen_statem.call(:nobody, :hello) end)
exits.(fn -> :gen_statem.call(self(), :hello) end)
IO.inspect(:gen_statem.cast(:nobody, :hello))
IO.inspect(:gen_statem.stop(pid))
exits.(fn -> :gen_statem.call(pid, :hello, 10) end)
exits.(fn -> :gen_statem.stop(pid) end)
