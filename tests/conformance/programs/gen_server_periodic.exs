# Periodic work in a server.
defmodule Periodic do
  use GenServer
  def start_link(report), do: GenServer.start_link(__MODULE__, report)

  @impl true
  def init(report) do
    schedule()
    {:ok, {report, 0}}
  end

  @impl true
  def handle_info(:work, {report, 2}) do
    send(report, :enough)
    {:stop, :normal, {report, 3}}
  end

  def handle_info(:work, {report, n}) do
    IO.puts("work #{n}")
    schedule()
    {:noreply, {report, n + 1}}
  end

  @impl true
  def terminate(:normal, {_, n}), do: IO.puts("terminate after #{n}")

  defp schedule, do: Process.send_after(self(), :work, 5)
end

{:ok, pid} = Periodic.start_link(self())
receive do: (:enough -> IO.puts("enough"))
Process.sleep(5)
IO.inspect(Process.alive?(pid))
