"""apply_after runs a function once, in a process of its own, even if its maker is dead."""

from simulator import atom, timer


def main(proc):
    class Work:
        def tell(proc, main, what):
            proc.send(main, (what, proc.pid != main))

    def orphan(proc, main):
        yield timer.apply_after(proc, 40, Work.tell, main, atom.orphan)

    _, (kind, _) = yield timer.apply_after(proc, 20, Work, "tell", [proc.pid, atom.later])
    proc.inspect(kind)
    _, (kind, _) = yield timer.apply_after(proc, 0, Work.tell, proc.pid, atom.at_once)
    proc.inspect(kind)
    proc.spawn(orphan, proc.pid)
    _, tref = yield timer.apply_after(proc, 30, Work.tell, proc.pid, atom.cancelled)
    proc.inspect((yield timer.cancel(proc, tref)))
    for _ in range(4):
        message = yield proc.receive(after=100)
        proc.puts("nothing") if message is None else proc.inspect(message)
