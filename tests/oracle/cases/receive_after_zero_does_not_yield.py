"""`after 0` lets nobody else run: what a new child will send is not there yet."""

from simulator import atom


def main(proc):
    me = proc.pid
    proc.spawn(lambda child: child.send(me, atom.from_child))
    for after in (0, 100):
        message = yield proc.receive(atom.from_child, after=after)
        proc.puts("nothing" if message is None else "got it")
