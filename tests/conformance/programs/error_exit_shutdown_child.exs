# :shutdown from a linked child.
spawn_link(fn -> exit(:shutdown) end)
Process.sleep(50)
IO.puts("never printed")
