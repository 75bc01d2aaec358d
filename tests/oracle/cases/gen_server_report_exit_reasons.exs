# How a report words the reasons of an exit.
defmodule Server do
  use GenServer
  def init(arg), do: {:ok, arg}
  def handle_info(reason, s), do: {:stop, reason, s}
end

for reason <- [:noproc, :timeout, :killed, :kill, :badarg, {:badarg, []}, "text", {:nocatch, 1},
               {:bad_return_value, 7}, {:noproc, {GenServer, :call, [:nobody, :hi, 5000]}}, :function_clause] do
  {:ok, pid} = GenServer.start(Server, [])
  send(pid, reason)
  Process.sleep(20)
end
