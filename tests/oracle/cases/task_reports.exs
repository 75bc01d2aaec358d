# How a report words the reasons of a task's end, and whom it names.
defmodule Work do
  def raises(n), do: raise "with #{n}"
end

Process.register(self(), :main)
for reason <- [:boom, :noproc, :timeout, :badarg, {:bad, 1}, {:noproc, {GenServer, :call, [:nobody, :hi, 5000]}}] do
  Task.start(fn -> exit(reason) end)
  Process.sleep(100)
end
Task.start(fn -> throw(:ball) end)
Process.sleep(100)
Task.start(fn -> :erlang.error(:reason) end)
Process.sleep(100)
Task.start(Work, :raises, [7])
Process.sleep(100)
Task.start(fn -> Process.register(self(), :worker); raise "named" end)
Process.sleep(100)
