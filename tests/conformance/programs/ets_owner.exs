# A table dies with its owner; access rights.
me = self()

pid =
  spawn(fn ->
    t = :ets.new(:mine, [:named_table, :protected])
    :ets.insert(t, {:k, 1})
    send(me, {:table, t})
    receive do: (:stop -> :ok)
  end)

receive do: ({:table, t} -> IO.inspect(:ets.lookup(t, :k)))

try do
  :ets.insert(:mine, {:k, 2})
rescue
  ArgumentError -> IO.puts("only the owner writes")
end

IO.inspect(:ets.info(:mine, :owner) == pid)
send(pid, :stop)
Process.sleep(5)
IO.inspect(:ets.info(:mine))
IO.inspect(:ets.whereis(:mine))
