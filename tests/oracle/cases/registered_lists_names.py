"""registered/0 lists the names in use."""

from simulator import atom


def idle(proc):
    yield proc.receive()


def main(proc):
    before = proc.registered()
    proc.register(proc.pid, atom.a_name)
    pid = proc.spawn(idle)
    proc.register(pid, atom.b_name)
    proc.inspect(sorted((name for name in proc.registered() if name not in before), key=str))
    proc.unregister(atom.a_name)
    proc.inspect([name for name in proc.registered() if name not in before])
