# terminate runs on stop and, when exits are trapped, on shutdown.
defmodule T do
  use GenServer

  def init(trap) do
    Process.flag(:trap_exit, trap)
    {:ok, trap}
  end

  def handle_info({:EXIT, _, r}, s), do: IO.inspect({:got_exit, r}) && {:noreply, s}
  def handle_cast(:stop, s), do: {:stop, :normal, s}
  def terminate(reason, state), do: IO.inspect({:terminate, reason, state})
end

{:ok, a} = GenServer.start(T, false)
GenServer.cast(a, :stop)
Process.sleep(5)
{:ok, b} = GenServer.start(T, true)
GenServer.stop(b, :shutdown)
{:ok, c} = GenServer.start(T, true)
Process.exit(c, :please)
Process.sleep(5)
IO.inspect(Process.alive?(c))
GenServer.stop(c)
{:ok, d} = GenServer.start(T, false)
Process.exit(d, :please)
Process.sleep(5)
IO.inspect(Process.alive?(d))

try do
  GenServer.stop(d)
catch
  :exit, r -> IO.inspect(r)
end
