# Postponed events come back in the order of their arrival when the state changes.
defmodule Door do
  @behaviour :gen_statem
  def callback_mode, do: :state_functions
  def init(_), do: {:ok, :shut, 0}
  def shut(:cast, :open, n), do: {:next_state, :open, n + 1}
  def shut(:cast, :again, n), do: {:next_state, :shut, n}
  def shut(:cast, :repeat, _), do: :repeat_state_and_data
  def shut({:call, _}, content, _), do: shut(:call, content, :any)
  def shut(kind, content, _) do
    IO.inspect({:postponed, kind, content})
    {:keep_state_and_data, [:postpone]}
  end
  def open(:cast, :shut, n), do: {:next_state, :shut, n}
  def open(:cast, {:next, what}, _), do: {:keep_state_and_data, [{:next_event, :internal, what}]}
  def open(:cast, :slam, n), do: {:next_state, :shut, n, [{:postpone, true}, {:postpone, false}]}
  def open({:call, from}, what, n), do: {:keep_state_and_data, [{:reply, from, {what, n}}]}
  def open(kind, content, n) do
    IO.inspect({:open, kind, content, n})
    :keep_state_and_data
  end
end

{:ok, pid} = :gen_statem.start(Door, [], [])
for what <- [1, 2], do: :gen_statem.cast(pid, what)
send(pid, 3)
:gen_statem.cast(pid, :again)
:gen_statem.cast(pid, :repeat)
:gen_statem.cast(pid, :open)
:gen_statem.cast(pid, 4)
IO.inspect(:gen_statem.call(pid, :done))
