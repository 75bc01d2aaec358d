# A state enter call may neither change the state nor postpone nor make events.
Code.require_file("../statem_reports.exs", __DIR__)
defmodule Machine do
  @behaviour :gen_statem
  def callback_mode, do: [:handle_event_function, :state_enter]
  def init(result), do: {:ok, :one, result}
  def handle_event(:enter, old, state, result) do
    IO.inspect({:enter, old, state})
    result
  end
  def terminate(reason, state, data), do: IO.inspect({:terminate, reason, state, data})
end

Process.flag(:trap_exit, true)
for result <- [
  {:next_state, :two, 1},
  {:keep_state, 1, [:postpone]},
  {:keep_state, 1, [{:next_event, :internal, 1}]},
  {:next_state, :one, 2, [{:postpone, false}, {:postpone, true}]},
  {:next_state, :one, 3, :hibernate},
  {:stop, :tired, 4}
] do
  {:ok, pid} = :gen_statem.start_link(Machine, result, [])
  receive do {:EXIT, ^pid, reason} -> IO.inspect(if is_tuple(reason), do: elem(reason, 0), else: reason) after 300 -> IO.puts("alive") end
end
Process.sleep(50)
