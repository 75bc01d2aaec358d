# spawn/1: a process runs a function and ends with it
#
# spawn returns a pid at once and does not wait: "Spawned" comes before "Hello". The greeting comes before
# "The main process goes on", for in Elixir to print is to send to the process that prints, and to wait for its
# answer: meanwhile others run. (In the Python twin printing waits for nobody, and the main process goes on.)
#
# What the second process computes is gone with it; to hand something back it would have to send a message.
#
# halt: false
#
# Without the line above, the program would end with its main process, as `elixir FILE` does.
#
# Try: simulator run spawn_function.exs --timestamps
#      simulator run spawn_function.exs --halt

pid = spawn(fn -> IO.puts("Hello, I am #{inspect(self())}") end)
IO.puts("Spawned #{inspect(pid)}, which has not run yet")

spawn(fn -> IO.puts("The sum is #{1 + 1}") end)
IO.puts("The main process goes on")
