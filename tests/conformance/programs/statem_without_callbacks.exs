# State machines of modules that lack init/1, callback_mode/0 or a state's function.
defmodule NoInit do
  def callback_mode, do: :state_functions
end

defmodule NoMode do
  def init(x), do: {:ok, :on, x}
end

defmodule NoState do
  def callback_mode, do: :state_functions
  def init(x), do: {:ok, :on, x}
end

defmodule NoHandler do
  def callback_mode, do: :handle_event_function
  def init(x), do: {:ok, :on, x}
end

IO.inspect(:gen_statem.start(NoInit, 1, []))
IO.inspect(:gen_statem.start(Missing, 1, []))

for module <- [NoMode, NoState, NoHandler] do
  case :gen_statem.start(module, 1, []) do
    {:ok, pid} ->
      Process.monitor(pid)
      :gen_statem.cast(pid, :x)
      receive do
        {:DOWN, _, _, _, {:undef, [{module, function, args, _} | _]}} -> IO.inspect({:down, module, function, args})
        {:DOWN, _, _, _, reason} -> IO.inspect({:down, reason})
      end
    other -> IO.inspect(other)
  end
end
