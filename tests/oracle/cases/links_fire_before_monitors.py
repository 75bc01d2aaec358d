"""All links of a dying process fire before any of its monitors."""

from simulator import atom


def fragile(proc):
    yield proc.receive(atom.die)
    proc.exit(atom.boom)


def watcher(proc, caller, pid, kind, n):
    proc.flag(atom.trap_exit, True)
    if kind is atom.link:
        proc.link(pid)
    else:
        proc.monitor(pid)
    message = yield proc.receive()
    proc.send(caller, (n, message[0]))


def main(proc):
    pid = proc.spawn(fragile)
    for kind, n in ((atom.monitor, 1), (atom.link, 2), (atom.monitor, 3)):
        proc.spawn(watcher, proc.pid, pid, kind, n)
    yield proc.sleep(20)
    proc.send(pid, atom.die)
    for _ in range(3):
        proc.inspect((yield proc.receive()))
