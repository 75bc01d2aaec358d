# State functions, postponed events, enter calls.
defmodule Lock do
  @behaviour :gen_statem
  def callback_mode, do: [:state_functions, :state_enter]
  def init(code), do: {:ok, :locked, %{code: code, entered: []}}

  def locked(:enter, old, _) do
    IO.inspect({:enter_locked, old})
    :keep_state_and_data
  end

  def locked(:cast, {:button, b}, data) do
    entered = data.entered ++ [b]

    cond do
      entered == data.code -> {:next_state, :open, %{data | entered: []}}
      length(entered) == length(data.code) -> {:keep_state, %{data | entered: []}}
      true -> {:keep_state, %{data | entered: entered}}
    end
  end

  def locked(:cast, :push, _), do: {:keep_state_and_data, :postpone}

  def open(:enter, :locked, _) do
    IO.puts("open")
    {:keep_state_and_data, [{:state_timeout, 10, :lock}]}
  end

  def open(:state_timeout, :lock, data), do: {:next_state, :locked, data}

  def open(:cast, :push, _) do
    IO.puts("pushed")
    :keep_state_and_data
  end

  def open(:cast, {:button, _}, _), do: :keep_state_and_data
end

{:ok, pid} = :gen_statem.start_link(Lock, [1, 2], [])
for e <- [:push, {:button, 2}, {:button, 2}, {:button, 1}, {:button, 2}], do: :gen_statem.cast(pid, e)
Process.sleep(30)
IO.inspect(:sys.get_state(pid))
:gen_statem.stop(pid)
