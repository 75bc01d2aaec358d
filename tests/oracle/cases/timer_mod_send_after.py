"""send_after of the timer module sends once, to itself, to a pid or to a name."""

from simulator import Reference, atom, timer


def main(proc):
    def show(after=100):
        message = yield proc.receive(after=after)
        proc.puts("nothing") if message is None else proc.inspect(message)

    _, (kind, ref) = yield timer.send_after(proc, 20, atom.mine)
    proc.inspect((kind, isinstance(ref, Reference)))
    yield from show()
    yield from show()
    proc.register(proc.pid, atom.me)
    _, (kind, _) = yield timer.send_after(proc, 20, atom.me, atom.by_name)
    proc.inspect(kind)
    yield from show()
    _, (kind, _) = yield timer.send_after(proc, 0, proc.pid, atom.at_once)
    proc.inspect(kind)
    yield from show(0)
    yield timer.send_after(proc, 20, atom.nobody, atom.lost)
    yield from show()
    proc.inspect(proc.alive(proc.whereis(atom.timer_server)))
