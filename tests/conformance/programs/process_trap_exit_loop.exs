# A parent that traps exits hears how each child ended.
parent = self()
Process.flag(:trap_exit, true)

for reason <- [:normal, :shutdown, {:shutdown, :late}, :boom, {:error, 42}] do
  pid = spawn_link(fn -> exit(reason) end)

  receive do
    {:EXIT, ^pid, r} -> IO.inspect({:ended, r})
  end
end

killed = spawn_link(fn -> Process.sleep(:infinity) end)
Process.exit(killed, :kill)

receive do
  {:EXIT, ^killed, r} -> IO.inspect(r)
end

thrown = spawn_link(fn -> send(parent, :hi) && exit("text") end)

receive do
  {:EXIT, ^thrown, r} -> IO.inspect(r)
end

receive do
  x -> IO.inspect(x)
end
