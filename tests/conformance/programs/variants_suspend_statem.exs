# Suspend statem, in many forms.
defmodule L do
  @behaviour :gen_statem
  def callback_mode, do: [:state_functions, :state_enter]
  def init(_), do: {:ok, :red, 0}
  def red(:enter, old, _), do: (IO.puts("enter red from #{old}"); {:keep_state_and_data, [{:state_timeout, 30, :go}]})
  def red(:state_timeout, :go, n), do: {:next_state, :green, n + 1}
  def red({:call, f}, :get, n), do: {:keep_state_and_data, [{:reply, f, {:red, n}}]}
  def green(:enter, old, _), do: (IO.puts("enter green from #{old}"); {:keep_state_and_data, [{:state_timeout, 30, :stop}]})
  def green(:state_timeout, :stop, n), do: {:next_state, :red, n}
  def green({:call, f}, :get, n), do: {:keep_state_and_data, [{:reply, f, {:green, n}}]}
  def code_change(_, s, d, e), do: (IO.inspect(e); {:ok, s, d + 100})
end
{:ok, p} = :gen_statem.start_link(L, [], [])
IO.inspect(:gen_statem.call(p, :get))
:sys.suspend(p)
t = Task.async(fn -> :gen_statem.call(p, :get) end)
Process.sleep(100)
IO.inspect(Task.yield(t, 0))
:sys.change_code(p, L, nil, :extra)
IO.inspect(:sys.get_state(p))
:sys.resume(p)
IO.inspect(Task.await(t))
Process.sleep(45)
IO.inspect(:gen_statem.call(p, :get))
:sys.suspend(p); :sys.suspend(p); :sys.resume(p)
IO.inspect(:gen_statem.call(p, :get))
:sys.resume(p)
:sys.suspend(p)
IO.inspect(:sys.get_status(p) |> elem(3) |> Enum.at(1))
IO.inspect(:gen_statem.stop(p))
