# handle_continue comes before whatever waits in the mailbox.
defmodule C do
  use GenServer
  def init(parent), do: (send(self(), :first); {:ok, {parent, []}, {:continue, :a}})
  def handle_continue(:a, {p, l}), do: {:noreply, {p, [:a | l]}, {:continue, :b}}
  def handle_continue(:b, {p, l}), do: {:noreply, {p, [:b | l]}}
  def handle_continue({:reply, from}, {p, l}), do: (GenServer.reply(from, :late); {:noreply, {p, [:replied | l]}})
  def handle_continue(:stop, s), do: {:stop, :normal, s}
  def handle_info(m, {p, l}), do: {:noreply, {p, [m | l]}}
  def handle_cast(m, {p, l}), do: {:noreply, {p, [m | l]}, {:continue, :b}}
  def handle_call(:list, _, {_, l} = s), do: {:reply, Enum.reverse(l), s}
  def handle_call(:later, from, s), do: {:noreply, s, {:continue, {:reply, from}}}
  def handle_call(:stop, _, s), do: {:reply, :stopping, s, {:continue, :stop}}
  def terminate(r, {_, l}), do: IO.inspect([:terminate, r | Enum.reverse(l)])
end

{:ok, p} = GenServer.start(C, self())
IO.inspect(GenServer.call(p, :list))
for m <- [:x, :y], do: GenServer.cast(p, m)
IO.inspect(GenServer.call(p, :list))
IO.inspect(GenServer.call(p, :later))
IO.inspect(GenServer.call(p, :stop))
ref = Process.monitor(p)
IO.inspect(receive do {:DOWN, ^ref, _, _, r} -> r in [:normal, :noproc] end)
