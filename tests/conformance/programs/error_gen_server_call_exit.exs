# A call of a server that is not there ends the program.
IO.puts("calling")
GenServer.call(:nobody, :hello)
