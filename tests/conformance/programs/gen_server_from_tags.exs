# What a server gets as `from`, replies made later by others, and what a reply to nobody does.
defmodule Q do
  use GenServer
  def start_link(a), do: GenServer.start_link(__MODULE__, a, name: __MODULE__)
  def init(_), do: {:ok, :queue.new()}
  def handle_call(:take, {pid, tag} = from, q) do
    IO.inspect({is_pid(pid), is_list(tag), length(tag), hd(tag), is_reference(tl(tag))})
    {:noreply, :queue.in(from, q)}
  rescue e -> IO.inspect(e.__struct__); {:noreply, :queue.in(from, q)}
  end
  def handle_call(:now, _from, q), do: {:reply, :queue.len(q), q}
  def handle_cast({:put, x}, q) do
    case :queue.out(q) do
      {{:value, from}, q} -> IO.inspect(GenServer.reply(from, x)); {:noreply, q}
      {:empty, q} -> IO.puts("nobody for #{inspect x}"); {:noreply, q}
    end
  end
end
{:ok, _} = Q.start_link(1)
parent = self()
for n <- 1..3, do: spawn(fn -> send(parent, {n, GenServer.call(Q, :take, 50)}) end)
Process.sleep(1)
GenServer.cast(Q, {:put, :a})
GenServer.cast(Q, {:put, :b})
Process.sleep(60)
GenServer.cast(Q, {:put, :c})
GenServer.cast(Q, {:put, :d})
IO.inspect(GenServer.call(Q, :now))
flush = fn f -> receive do m -> IO.inspect(m); f.(f) after 10 -> :ok end end
flush.(flush)
for bad <- [nil, {self(), 1}, {self(), make_ref()}, :x, {1, 2}] do
  r = try do GenServer.reply(bad, :hi) catch k, e -> {k, e} end
  IO.inspect(r |> case do {:error, e} -> {:error, (if is_exception(e), do: e.__struct__, else: e)}; o -> o end)
end
flush.(flush)
IO.inspect(try do GenServer.call(self(), :x) catch :exit, r -> r end)
IO.inspect(try do GenServer.call(:nobody, :x) catch :exit, r -> r end)
IO.inspect(try do GenServer.call(nil, :x) catch :exit, r -> r; :error, e -> e end)
IO.inspect(try do GenServer.call({:via, Registry, {Nope, 1}}, :x) catch :exit, r -> r; :error, e -> e end)
IO.inspect(try do GenServer.call(Q, :x, -1) catch :exit, r -> r; :error, e -> e end)
IO.inspect(try do GenServer.call(Q, :x, "1") catch :exit, r -> r; :error, e -> e.__struct__ end)
IO.inspect(try do GenServer.call("q", :x) catch :exit, r -> r; :error, e -> e end)
IO.inspect(try do GenServer.call({:global, :no}, :x) catch :exit, r -> r; :error, e -> e end)
IO.inspect(GenServer.cast(:nobody, :x))
IO.inspect(GenServer.cast({:global, :no}, :x))
IO.inspect(try do GenServer.whereis({:via, Registry, {Nope, 1}}) rescue e -> e end)
