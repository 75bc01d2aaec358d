# Timeouts of a GenServer: in init, after calls, casts and messages, hibernation and continue together.
defmodule S do
  use GenServer
  def init({:timeout, ms}), do: {:ok, %{log: []}, ms}
  def init(:hibernate), do: {:ok, %{log: []}, :hibernate}
  def init(:continue), do: {:ok, %{log: [:init]}, {:continue, :first}}
  def init(:bad), do: {:ok, 1, :bad}
  def init(:neg), do: {:ok, 1, -5}
  def init(:float), do: {:ok, 1, 1.5}
  def init(:ignore), do: :ignore
  def init({:stop, r}), do: {:stop, r}
  def init(:other), do: :other
  def init(:ok4), do: {:ok, 1, 2, 3}
  def init(:none), do: {:ok, %{log: []}}
  def handle_continue(x, s), do: add(s, {:continue, x})
  def handle_info(:timeout, s), do: add(s, :timeout)
  def handle_info(m, s), do: add(s, {:info, m}) |> Tuple.append(20)
  def handle_call(:log, _, s), do: {:reply, Enum.reverse(s.log), s}
  def handle_call({:log, t}, _, s), do: {:reply, Enum.reverse(s.log), s, t}
  def handle_call({:do, x}, _, _), do: x
  def handle_cast({:do, x}, _), do: x
  defp add(s, x), do: {:noreply, %{s | log: [x | s.log]}}
end

defmodule Show do
  def start(arg) do
    Process.flag(:trap_exit, true)
    r = try do GenServer.start_link(S, arg) catch k, e -> {k, e} end
    case r do
      {:ok, pid} -> IO.puts("#{inspect(arg)}: ok"); pid
      other -> IO.puts("#{inspect(arg)}: #{inspect(other)}"); nil
    end
  end
  def mail do
    receive do
      {:EXIT, _, r} -> IO.inspect(r, label: "exit"); mail()
      m -> IO.inspect(m, label: "mail"); mail()
    after 0 -> :ok end
  end
end

for a <- [:bad, :neg, :float, :ignore, {:stop, :no}, {:stop, :normal}, {:stop, {:shutdown, 1}}, :other, :ok4] do
  Show.start(a)
  Process.sleep(40)
  Show.mail()
end

p = Show.start({:timeout, 10})
Process.sleep(30)
IO.inspect(GenServer.call(p, :log))
send(p, :hello)
Process.sleep(10)
send(p, :again)
Process.sleep(50)
IO.inspect(GenServer.call(p, :log))
IO.inspect(GenServer.call(p, {:log, 0}))
Process.sleep(1)
IO.inspect(GenServer.call(p, {:log, :infinity}))
p = Show.start(:hibernate)
IO.inspect(GenServer.call(p, :log))
p = Show.start(:continue)
IO.inspect(GenServer.call(p, :log))

for bad <- [{:reply, 1}, {:reply, 1, 2, :no}, {:noreply, 1, :x}, {:stop, :a, :b, :c, :d}, :what, {:reply, 1, 2, -1}] do
  p = Show.start(:none)
  try do
    IO.inspect(GenServer.call(p, {:do, bad}))
  catch :exit, {r, _} -> IO.inspect(r, label: "call")
  end
  Process.sleep(40)
  Show.mail()
  p = Show.start(:none)
  GenServer.cast(p, {:do, bad})
  Process.sleep(40)
  Show.mail()
end
