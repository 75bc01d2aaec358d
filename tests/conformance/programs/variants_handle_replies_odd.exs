# Handle replies odd, in many forms.
defmodule Odd do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call(r, _f, _s), do: r
  def handle_cast(r, _s), do: r
  def handle_info(r, _s), do: r
end
Process.flag(:trap_exit, true)
strip = fn x -> inspect(x) |> String.replace(~r/#PID<[\d.]+>/, "PID") |> String.replace(~r/\[\{.*\}\]/, "ST") end
for r <- [:ok, nil, {:reply, 1}, {:reply, 1, 2, :foo}, {:reply, 1, 2, -1}, {:noreply}, {:stop, :a}, {:stop, :a, 1}, {:stop, :normal, 7, 8}, {:stop, :shutdown, 1}, {:noreply, 1, {:continue, :c}}, {:reply, 7, 1, {:continue, :c}}, {:reply, 1, 2, 3, 4}, {:noreply, 1, 0}] do
  {:ok, p} = GenServer.start_link(Odd, 0)
  x = try do GenServer.call(p, r, 30) catch :exit, {w, _} -> {:exit, w} end
  IO.puts(strip.({r, x}))
  receive do {:EXIT, ^p, w} -> IO.puts("  " <> strip.(w)) after 5 -> IO.puts("  lives") end
  {:ok, p} = GenServer.start_link(Odd, 0)
  GenServer.cast(p, r)
  receive do {:EXIT, ^p, w} -> IO.puts("  " <> strip.(w)) after 5 -> IO.puts("  lives") end
end
