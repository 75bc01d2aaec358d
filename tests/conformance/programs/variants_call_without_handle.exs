# Call without handle, in many forms.
defmodule Bare do
  def init(x), do: {:ok, x}
end
Process.flag(:trap_exit, true)
strip = fn x -> inspect(x) |> String.replace(~r/#PID<[\d.]+>/, "PID") |> String.replace(~r/\[\{.*\}\]/, "ST") end
defmodule Lone do
  use GenServer
  def init(x), do: {:ok, x}
end
for m <- [Bare, Lone] do
  {:ok, p} = GenServer.start_link(m, 1)
  IO.puts(strip.(try do GenServer.call(p, :hi) catch :exit, {r, _} -> r end))
  receive do {:EXIT, _, r} -> IO.puts(strip.(r)) end
  {:ok, p} = GenServer.start_link(m, 1)
  GenServer.cast(p, :hi)
  receive do {:EXIT, _, r} -> IO.puts(strip.(r)) end
  {:ok, p} = GenServer.start_link(m, 1)
  send(p, :hello)
  Process.sleep(10)
  IO.inspect(Process.alive?(p))
  if Process.alive?(p), do: GenServer.stop(p)
  receive do {:EXIT, _, r} -> IO.puts(strip.(r)) after 10 -> IO.puts("none") end
  {:ok, p} = GenServer.start_link(m, 1)
  IO.inspect(:sys.get_state(p))
  :sys.replace_state(p, &(&1 + 1))
  IO.inspect(:sys.get_state(p))
  IO.inspect(GenServer.stop(p))
  receive do {:EXIT, _, r} -> IO.puts(strip.(r)) after 10 -> IO.puts("none") end
end
