"""demonitor with flush and info, the DOWN already there: false, and the DOWN is gone."""

from simulator import atom


def main(proc):
    _, ref = proc.spawn_monitor(lambda child: child.exit(atom.boom))
    yield proc.sleep(20)
    proc.inspect(proc.demonitor(ref, flush=True, info=True))
    proc.inspect(proc.info(proc.pid, atom.messages))
