# How servers end, with and without trapping, and what those that are linked to them see.
defmodule T do
  use GenServer
  def init({n, trap}) do
    Process.flag(:trap_exit, trap)
    {:ok, n}
  end
  def handle_call({:link, p}, _, s), do: {:reply, Process.link(p), s}
  def handle_call(:crash, _, s), do: raise("crash #{s}")
  def handle_call(:stop, _, s), do: {:stop, :shutdown, :bye, s}
  def handle_call(:stop_no, _, s), do: {:stop, {:shutdown, :quiet}, s}
  def handle_call(:bad, _, _), do: :bad
  def handle_call(:exit, _, _), do: exit(:gone)
  def handle_call(:throw, _, s), do: throw({:reply, :thrown, s})
  def handle_info({:EXIT, _, r}, s) do
    IO.puts("#{s} got exit #{inspect(r)}")
    {:noreply, s}
  end
  def terminate(r, s), do: IO.puts("#{s} terminates #{inspect(r) |> String.slice(0, 40)}")
end
Process.flag(:trap_exit, true)
start = fn n, t -> {:ok, p} = GenServer.start_link(T, {n, t}); p end
call = fn p, m -> try do GenServer.call(p, m) catch :exit, {r, {GenServer, :call, [_ | a]}} -> {:exit, (if is_tuple(r) and is_struct(elem(r, 0)), do: elem(r, 0), else: r), a} end end
flush = fn f -> receive do {:EXIT, _, r} -> IO.inspect({:main, (if is_tuple(r) and is_struct(elem(r, 0)), do: elem(r, 0), else: r)}); f.(f) after 5 -> :ok end end
for m <- [:crash, :stop, :stop_no, :bad, :exit, :throw], t <- [true, false] do
  a = start.(:a, t)
  b = start.(:b, true)
  c = start.(:c, false)
  GenServer.call(a, {:link, b})
  GenServer.call(a, {:link, c})
  IO.inspect({m, t, call.(a, m)})
  flush.(flush)
  IO.inspect(Enum.map([a, b, c], &Process.alive?/1))
  for x <- [a, b, c], Process.alive?(x), do: Process.exit(x, :kill)
  flush.(flush)
end
