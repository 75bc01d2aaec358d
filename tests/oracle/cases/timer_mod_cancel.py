"""A timer that is cancelled in time does nothing; too late is no error."""

from simulator import ANY, atom, timer


def main(proc):
    def other(proc, parent):
        proc.send(parent, (atom.tref, (yield timer.send_interval(proc, 30, parent, atom.stranger))))
        yield timer.sleep(proc, atom.infinity)

    trefs = [
        (yield timer.send_after(proc, 100, atom.pid)),
        (yield timer.send_after(proc, 100, atom.main, atom.name)),
        (yield timer.send_after(proc, 0, atom.instant)),
        (yield timer.send_interval(proc, 100, atom.interval)),
    ]
    proc.register(proc.pid, atom.main)
    for _, tref in trefs:
        proc.inspect((yield timer.cancel(proc, tref)))
    yield proc.sleep(150)
    message = yield proc.receive(after=0)
    proc.puts("nothing") if message is None else proc.inspect(message)
    _, tref = yield timer.send_after(proc, 10, atom.pid)
    yield proc.sleep(30)
    proc.inspect((yield timer.cancel(proc, tref)))
    proc.spawn(other, proc.pid)
    _, (_, tref) = yield proc.receive((atom.tref, ANY))
    proc.inspect((yield timer.cancel(proc, tref)))
    yield proc.sleep(50)
    message = yield proc.receive(after=0)
    proc.puts("nothing") if message is None else proc.inspect(message)
