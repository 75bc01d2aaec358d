defmodule Slow do
  use GenServer

  def init(n), do: {:ok, n}

  def handle_cast(:add, n) do
    Process.sleep(100)
    {:noreply, n + 1}
  end

  def handle_call(:count, _from, n), do: {:reply, n, n}
end

{:ok, pid} = GenServer.start_link(Slow, 0)
for _ <- 1..3, do: GenServer.cast(pid, :add)
IO.puts(GenServer.call(pid, :count))
