# A server that cannot start ends the main process of a script that is linked to it, though its last line was reached.
defmodule Refusing do
  use GenServer

  def init(_), do: {:stop, :no_room}
end

IO.inspect({:any, :term})  # what prints is loaded then

case GenServer.start_link(Refusing, nil) do
  {:error, reason} -> IO.inspect(reason)
end
