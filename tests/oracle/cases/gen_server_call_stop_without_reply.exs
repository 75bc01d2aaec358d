# handle_call stops without a reply: the caller exits with the reason and its call.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, []}
  def handle_call({:stop, reason}, _from, s), do: {:stop, reason, s}
end

for reason <- [:normal, :shutdown, {:shutdown, :tired}] do
  {:ok, _} = GenServer.start(Server, [], name: :server)
  try do
    GenServer.call(:server, {:stop, reason}, 1000)
  catch
    :exit, caught -> IO.inspect(caught)
  end
end
