# The three kinds of timeouts of a state machine: of a state, of an event, and by name; cancelled and set anew.
defmodule M do
  @behaviour :gen_statem
  def callback_mode, do: [:handle_event_function, :state_enter]
  def init(to), do: {:ok, :off, to}
  def handle_event(:enter, old, new, to), do: (send(to, {:enter, old, new}); :keep_state_and_data)
  def handle_event(:cast, :on, _, _), do: {:next_state, :on, self() && Process.get(:to) || nil, []}
  def handle_event({:call, f}, {:go, state, actions}, _, to), do: {:next_state, state, to, [{:reply, f, :ok} | actions]}
  def handle_event(kind, content, state, to), do: (send(to, {kind, content, state}); :keep_state_and_data)
end

{:ok, m} = :gen_statem.start(M, self(), [])
told = fn t -> f = fn f -> receive do x -> [x | f.(f)] after t -> [] end end; IO.inspect(f.(f), width: 200) end
told.(5)
:gen_statem.call(m, {:go, :on, [{:state_timeout, 10, :s}]})
told.(30)
:gen_statem.call(m, {:go, :on, [{:timeout, 10, :e}]})
send(m, :interrupts)
told.(30)
:gen_statem.call(m, {:go, :off, [{{:timeout, :n}, 10, :named}, {:state_timeout, 20, :s}]})
:gen_statem.call(m, {:go, :on, []})
told.(40)
:gen_statem.call(m, {:go, :on, [{{:timeout, :n}, 10, :first}]})
:gen_statem.call(m, {:go, :on, [{{:timeout, :n}, 20, :second}, {:timeout, 0, :zero}]})
told.(40)
:gen_statem.call(m, {:go, :on, [{{:timeout, :n}, 10, :x}]})
:gen_statem.call(m, {:go, :on, [{{:timeout, :n}, :cancel}, {:next_event, :internal, :i}]})
told.(30)
