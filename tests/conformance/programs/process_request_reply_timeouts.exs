# A request that is answered too late: the reply stays in the mailbox.
server =
  spawn(fn ->
    receive do
      {from, ref, ms} ->
        Process.sleep(ms)
        send(from, {ref, :done})
    end
  end)

ref = make_ref()
send(server, {self(), ref, 50})

answer =
  receive do
    {^ref, reply} -> {:ok, reply}
  after
    10 -> {:error, :timeout}
  end

IO.inspect(answer)
Process.sleep(80)

receive do
  {^ref, reply} -> IO.inspect({:late, reply})
after
  0 -> IO.puts("nothing")
end
