# What the main process of a script makes of the answer of a server that could not start comes before the server's exit.
defmodule Refusing do
  use GenServer

  def init(_), do: {:stop, :no_room}
end

{:ok, _pid} = GenServer.start_link(Refusing, nil)
