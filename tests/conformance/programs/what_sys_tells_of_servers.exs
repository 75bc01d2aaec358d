# What :sys tells of a server: its state and status, replaced, suspended, changed, ended.
defmodule S do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call(:get, _, s), do: {:reply, s, s}
  def handle_call({:put, x}, _, _), do: {:reply, :ok, x}
  def handle_cast(:inc, s), do: {:noreply, s + 1}
  def handle_info(m, s) do
    IO.inspect({:info, m})
    {:noreply, s}
  end
  def code_change(old, s, extra) do
    IO.inspect({:change, old, s, extra})
    {:ok, s * 10}
  end
  def terminate(r, s), do: IO.inspect({:terminate, r, s})
end
{:ok, p} = GenServer.start(S, 1, name: S)
IO.inspect(:sys.get_state(S))
IO.inspect(:sys.replace_state(p, &(&1 + 1)))
{:status, ^p, {:module, m}, [_dict, run, _parent, dbg, misc]} = :sys.get_status(p)
IO.inspect({m, run, dbg, is_list(misc)})
:ok = :sys.suspend(p)
send(p, :hello)
IO.inspect(try do GenServer.call(p, :get, 20) catch :exit, {r, _} -> r end)
IO.inspect(:sys.get_state(p))
IO.inspect(:sys.change_code(p, S, "1", :extra))
:ok = :sys.resume(p)
IO.inspect(GenServer.call(p, :get))
IO.inspect(try do :sys.replace_state(p, fn _ -> raise "no" end) rescue e -> e.__struct__ end)
IO.inspect(:sys.get_state(p))
IO.inspect(try do :sys.get_state(self(), 20) catch :exit, {r, {m, f, _}} -> {r, m, f} end)
IO.inspect(:sys.terminate(p, :shutdown))
Process.sleep(10)
IO.inspect(Process.whereis(S))
IO.inspect(try do :sys.get_state(S) catch :exit, {r, {m, f, _}} -> {r, m, f} end)
