# :global names.
pid = spawn(fn -> receive do: ({:hi, from} -> send(from, :hello)) end)
IO.inspect(:global.register_name(:greeter, pid))
IO.inspect(:global.whereis_name(:greeter) == pid)
IO.inspect(:global.register_name(:greeter, self()))
:global.send(:greeter, {:hi, self()})
receive do: (m -> IO.inspect(m))
Process.sleep(5)
IO.inspect(:global.whereis_name(:greeter))
