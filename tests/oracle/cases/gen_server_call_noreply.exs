# handle_call does not reply: reply/2 does so later, from another callback.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, []}
  def handle_call(:wait, from, waiting), do: {:noreply, [from | waiting]}
  def handle_cast(:open, waiting) do
    for from <- waiting, do: IO.inspect(GenServer.reply(from, :opened))
    {:noreply, []}
  end
end

{:ok, pid} = GenServer.start(Server, [])
spawn(fn -> Process.sleep(30); GenServer.cast(pid, :open) end)
IO.inspect(GenServer.call(pid, :wait))
