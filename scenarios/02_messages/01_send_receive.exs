# send and receive: into a mailbox, and out of it
#
# The main process sends and goes on at once: it prints before anybody has read the message. The other process
# waits in receive until the message is there, takes the clause that fits it, and ends.
#
# halt: false
#
# Try: simulator run send_receive.exs --latency 20ms --timestamps

pid =
  spawn(fn ->
    receive do
      {:hello, names} -> IO.puts("Hello to #{Enum.join(names, ", ")}")
      {:goodbye, names} -> IO.puts("Goodbye to #{Enum.join(names, ", ")}")
    end
  end)

Process.sleep(10)
send(pid, {:hello, ["Ada", "Joe", "Robert"]})
IO.puts("Sent, and gone on")
