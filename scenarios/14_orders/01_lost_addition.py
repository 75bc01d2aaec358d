"""A lost addition: read, add one, write

Two clients add one to a value that a server keeps: they ask for it, add one, and tell it the sum. In the ordinary
order one of them is through before the other begins, and the value is 2. Nothing promises that order. Where both ask
before either has told, both tell the same sum, and one of the two is lost.

simulator explore lost_addition --expect "the value is 2" finds that order in a moment, shrinks it to one hold, and
writes the page on which both runs stand side by side. The cure is to ask the server for the addition itself, as one
message: --set at_once=true does so, and explore finds nothing more.

Try: simulator run lost_addition
     simulator explore lost_addition --expect "the value is 2"
     simulator explore lost_addition --expect "the value is 2" --set at_once=true
"""

from simulator import Config, atom

config = Config(at_once=False)


def counter(proc, value):
    while True:
        match (yield proc.receive()):
            case (atom.read, client):
                proc.send(client, value)
            case (atom.write, new):
                value = new
            case atom.add:
                value += 1


def client(proc, server, boss):
    if config.at_once:
        proc.send(server, atom.add)
    else:
        proc.send(server, (atom.read, proc.pid))
        value = yield proc.receive()
        proc.send(server, (atom.write, value + 1))
    proc.send(boss, (atom.done, proc.pid))


def main(proc):
    server = proc.spawn(counter, 0)
    first = proc.spawn(client, server, proc.pid)
    done = yield proc.receive((atom.done, first), after=1)
    second = proc.spawn(client, server, proc.pid)
    for pid in (second,) if done else (first, second):
        yield proc.receive((atom.done, pid))
    proc.send(server, (atom.read, proc.pid))
    proc.puts(f"the value is {(yield proc.receive(0, 1, 2))}")
