# Names: register, whereis, send by name, unregister, registered.
defmodule Named do
  def loop do
    receive do
      {:hello, from} ->
        send(from, :world)
        loop()

      :stop ->
        :ok
    end
  end
end

pid = spawn(&Named.loop/0)
IO.inspect(Process.register(pid, :named))
IO.inspect(Process.whereis(:named) == pid)
send(:named, {:hello, self()})
receive do: (m -> IO.inspect(m))
IO.inspect(:named in Process.registered())
IO.inspect(Process.info(pid, :registered_name))

try do
  Process.register(self(), :named)
rescue
  e in ArgumentError -> IO.puts(String.replace(e.message, ~r/#PID<.*>/, "PID"))
end

send(:named, :stop)
Process.sleep(5)
IO.inspect(Process.whereis(:named))

try do
  send(:named, :anyone?)
rescue
  e in ArgumentError -> IO.inspect(e)
end

Process.register(self(), :main)
send(:main, :self)
receive do: (m -> IO.inspect(m))
Process.unregister(:main)
IO.inspect(Process.whereis(:main))
