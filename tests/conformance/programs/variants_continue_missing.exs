# Continue missing, in many forms.
defmodule C do
  def init(:c), do: {:ok, 1, {:continue, :go}}
  def init(:t), do: {:ok, 1, 5}
  def init(:h), do: {:ok, 1, :hibernate}
  def init(:x), do: {:ok, 1, :whatever}
  def init(:n), do: {:ok, 1, -5}
end
Process.flag(:trap_exit, true)
strip = fn x -> inspect(x) |> String.replace(~r/#PID<[\d.]+>/, "PID") |> String.replace(~r/\[\{.*\}\]/, "ST") end
for a <- [:c, :t, :h, :x, :n] do
  r = GenServer.start_link(C, a)
  IO.puts(strip.({a, r}))
  receive do {:EXIT, _, r} -> IO.puts(strip.(r)) after 30 -> IO.puts("lives") end
end
