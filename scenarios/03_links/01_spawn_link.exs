# spawn_link: processes that are linked crash together
#
# The worker crashes at 100 ms. It is linked to the main process, and that to the helper: all three are gone in
# the same instant, with exit status 1. The loner was spawned without a link and prints at 200 ms.
#
# halt: false
#
# Try: simulator run spawn_link.exs --halt
#      simulator diagram spawn_link.exs --kind links -o spawn_link.png

spawn_link(fn ->
  Process.sleep(100)
  raise "I crashed!"
end)

spawn_link(fn ->
  Process.sleep(150)
  IO.puts("helper: done")
end)

spawn(fn ->
  Process.sleep(200)
  IO.puts("loner: still here at #{System.monotonic_time(:millisecond)} ms")
end)

Process.sleep(1000)
IO.puts("main: done")
