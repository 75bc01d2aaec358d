# Servers, machines and managers that hibernate when no message has come for a while.
defmodule S do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call(:x, _, s), do: {:reply, s, s}
end
defmodule SM do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(x), do: {:ok, :a, x}
  def handle_event({:call, f}, _, _, _), do: {:keep_state_and_data, [{:reply, f, 1}]}
end
{:ok, p} = GenServer.start_link(S, 1, hibernate_after: 150)
IO.inspect Process.info(p, :current_function)
Process.sleep(5)
IO.inspect Process.info(p, :current_function)
Process.sleep(300)
IO.inspect Process.info(p, :current_function)
IO.inspect GenServer.call(p, :x)
IO.inspect Process.info(p, :current_function)
Process.sleep(300)
IO.inspect Process.info(p, :current_function)
IO.inspect :sys.get_state(p)
IO.inspect Process.info(p, :current_function)
{:ok, m} = :gen_statem.start_link(SM, 1, hibernate_after: 150)
Process.sleep(300)
IO.inspect Process.info(m, :current_function)
IO.inspect :gen_statem.call(m, :x)
IO.inspect Process.info(m, :current_function)
{:ok, e} = :gen_event.start_link([hibernate_after: 150])
Process.sleep(300)
IO.inspect Process.info(e, :current_function)
