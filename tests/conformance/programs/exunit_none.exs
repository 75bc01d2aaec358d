ExUnit.start(seed: 0)
IO.puts("no tests at all")
