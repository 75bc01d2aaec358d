# handle_call returns nonsense: terminate gets {:bad_return_value, it}, the caller exits with that.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, 0}
  def handle_call({:return, value}, _from, _), do: value
  def terminate(reason, n), do: IO.inspect({:terminate, reason, n})
end

for value <- [:nonsense, {:reply, 1}, {:noreply}, {:stop, :normal}, {:ok, 1, 2}] do
  {:ok, _} = GenServer.start(Server, [], name: :server)
  try do
    GenServer.call(:server, {:return, value})
  catch
    :exit, reason -> IO.inspect(reason)
  end
end
