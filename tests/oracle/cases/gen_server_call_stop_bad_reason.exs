# handle_call stops with a reply for a bad reason: it is reported, and the caller has its reply.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, %{disk: :full}}
  def handle_call(:stop, _from, s), do: {:stop, :no_disk, :bye, s}
end

{:ok, pid} = GenServer.start(Server, [])
ref = Process.monitor(pid)
IO.inspect(GenServer.call(pid, :stop))
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
