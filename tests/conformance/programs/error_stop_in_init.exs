# A server whose init answers :stop ends who started it with a link.
defmodule Bad do
  use GenServer
  def init(_), do: {:stop, :no_config}
end

Process.flag(:trap_exit, true)
IO.inspect(GenServer.start_link(Bad, []))
receive do: (m -> IO.inspect(elem(m, 2)))
Process.flag(:trap_exit, false)
IO.inspect(GenServer.start(Bad, []))
GenServer.start_link(Bad, [])
Process.sleep(20)
