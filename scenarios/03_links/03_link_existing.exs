# Linking an existing process: a link has two ends, whoever made it
#
# The sleeper is started without a link. Its partner links itself to it, and Process.info shows the link at both
# ends. When the partner ends with :boom at 1000 ms, the sleeper ends too, four seconds before its time.
#
# Try: simulator diagram link_existing.exs --kind links --at 700ms -o link_existing.png

sleeper =
  spawn(fn ->
    Process.sleep(5000)
    IO.puts("sleeper: slept until #{System.monotonic_time(:millisecond)} ms")
  end)

partner =
  spawn(fn ->
    Process.link(sleeper)
    Process.sleep(1000)
    exit(:boom)
  end)

Process.sleep(500)
IO.inspect(Process.info(partner, :links), label: "partner #{inspect(partner)}")
IO.inspect(Process.info(sleeper, :links), label: "sleeper #{inspect(sleeper)}")
Process.sleep(1000)
IO.inspect(Process.alive?(sleeper), label: "sleeper alive at 1500 ms")
