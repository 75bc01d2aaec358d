"""Registered names: send to :greeter, without knowing its pid

register gives a process a name, and send takes the name in place of the pid. Whoever sends does not
need to have been told the pid, and does not notice when another process has the name tomorrow.

whereis tells who has the name. Straight after the send it is still the greeter, which has not even
run yet. A moment later it has received its one message and has ended, and a name goes with its
process: whereis answers nil. To send to a name that nobody has is an error, where sending to a dead
pid is none; here it is caught. A new process may take the name.

The last line but one takes the name away while the second greeter has its message, and that is a race: where
the greeter is faster its name is gone, and unregister raises. simulator explore registered_name shows that order.

Try: simulator run registered_name --set catch=false
     simulator diagram registered_name -o registered_name.png
"""

from simulator import ArgumentError, Config, atom

config = Config(catch=True)


def greeter(proc):
    text = yield proc.receive()
    proc.puts(f"{proc.pid} got: {text}")


def main(proc):
    proc.register(proc.spawn(greeter), atom.greeter)
    proc.send(atom.greeter, "Hello!")
    proc.inspect(proc.whereis(atom.greeter), label="straight after")
    yield proc.sleep(10)
    proc.inspect(proc.whereis(atom.greeter), label="a moment later")

    try:
        proc.send(atom.greeter, "Hello?")
    except ArgumentError:
        if not config.catch:
            raise
        proc.puts("Nobody is called greeter now")

    proc.register(proc.spawn(greeter), atom.greeter)
    proc.send(atom.greeter, "Hello again!")
    proc.unregister(atom.greeter)
    proc.inspect(proc.whereis(atom.greeter), label="unregistered")
