"""A DOWN that is already in the mailbox stays there after a plain demonitor."""

from simulator import ANY, atom


def main(proc):
    _, ref = proc.spawn_monitor(lambda child: child.exit(atom.boom))
    yield proc.sleep(20)
    proc.inspect(proc.demonitor(ref))
    down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY), after=0)
    if down is None:
        proc.puts("nothing")
    else:
        proc.inspect(down[4])
