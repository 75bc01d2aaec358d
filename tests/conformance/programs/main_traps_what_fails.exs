# A main process that traps exits outlives a server that could not start, and may read of its exit.
defmodule Refusing do
  use GenServer

  def init(_), do: raise("no room")
end

Process.flag(:trap_exit, true)
{:error, {%RuntimeError{message: "no room"}, _}} = GenServer.start_link(Refusing, nil)

receive do
  {:EXIT, _pid, {%RuntimeError{message: message}, _}} -> IO.puts(message)
end
