"""spawn/1: a process runs a function and ends with it

spawn gives back a pid at once and does not wait. See the order of the output: the main process goes
on first, though it spawned before it printed, and the new processes run when it has nothing left to
do. All of this takes no time: the clock still shows 0 ms at the end.

A process needs no farewell. greeter and adder return, and with that they are gone; in the picture
their lifelines end with the reason :normal. What adder computed is gone too: a process hands nothing
back by returning. It has to send a message, as the scenario reply shows.

Try: simulator run spawn_function --timestamps
     simulator diagram spawn_function -o spawn_function.png
"""


def greeter(proc):
    proc.puts(f"Hello, I am {proc.pid}")


def adder(proc, a, b):
    proc.puts(f"The sum is {a + b}")


def main(proc):
    pid = proc.spawn(greeter)
    proc.puts(f"Spawned {pid}, which has not run yet")
    proc.spawn(adder, 1, 1)
    proc.puts("The main process goes on")
    yield proc.sleep(0)
