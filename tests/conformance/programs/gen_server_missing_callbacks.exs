# Messages that a server does not know.
defmodule Plain do
  use GenServer
  def init(s), do: {:ok, s}
end

{:ok, pid} = GenServer.start(Plain, nil)
send(pid, :hello)
Process.sleep(10)
IO.inspect(Process.alive?(pid))

try do
  GenServer.call(pid, :what)
catch
  :exit, {{%RuntimeError{message: m}, _}, _} -> IO.puts(String.replace(m, ~r/#PID<.*?>/, "PID"))
end

{:ok, pid} = GenServer.start(Plain, nil)
GenServer.cast(pid, :nothing)
Process.sleep(10)
IO.inspect(Process.alive?(pid))
