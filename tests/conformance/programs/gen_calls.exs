# Calls and stops by :gen, whose exits are bare reasons.
defmodule S do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call(:slow, _, x) do
    Process.sleep(50)
    {:reply, x, x}
  end
  def handle_call(:bye, _, x), do: {:stop, :boom, x}
  def handle_call(m, _, x), do: {:reply, m, x}
end
{:ok, pid} = GenServer.start(S, 3, name: :srv)
c = fn f -> try do f.() catch k, w -> {k, w} end end
IO.inspect :gen.call(:srv, :"$gen_call", :hi)
IO.inspect c.(fn -> :gen.call(:srv, :"$gen_call", :slow, 10) end)
IO.inspect c.(fn -> :gen.call(:srv, :"$gen_call", :bye) end)
IO.inspect c.(fn -> :gen.call(:srv, :"$gen_call", :hi) end)
IO.inspect c.(fn -> :gen.call(self(), :"$gen_call", :hi) end)
IO.inspect c.(fn -> :gen.stop(:srv) end)
{:ok, pid} = GenServer.start(S, 3)
IO.inspect c.(fn -> :gen.stop(pid) end)
{:ok, pid} = GenServer.start(S, 3)
IO.inspect c.(fn -> :gen.stop(pid, :shutdown, :infinity) end)
{:ok, pid} = GenServer.start(S, 3)
