# handle_call replies and continues: the caller has its reply, and the next call waits for the continuation.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, []}
  def handle_call(:go, _from, log), do: {:reply, log, [:call | log], {:continue, :tidy}}
  def handle_continue(:tidy, log) do
    Process.sleep(20)
    {:noreply, [:continue | log]}
  end
end

{:ok, pid} = GenServer.start(Server, [])
IO.inspect(GenServer.call(pid, :go))
IO.inspect(GenServer.call(pid, :go))
