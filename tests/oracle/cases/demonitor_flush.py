"""demonitor with flush takes a DOWN that is already there out of the mailbox, and only that one."""

from simulator import atom


def main(proc):
    _, ref = proc.spawn_monitor(lambda child: child.exit(atom.boom))
    _, other = proc.spawn_monitor(lambda child: child.exit(atom.bang))
    yield proc.sleep(20)
    proc.send(proc.pid, atom.unrelated)
    proc.inspect(proc.demonitor(ref, flush=True))
    _, [down, unrelated] = proc.info(proc.pid, atom.messages)
    assert unrelated is atom.unrelated and down[4] is atom.bang
    proc.inspect(down[1] == other)
