"""Several watchers hear of the end in the order in which they began to watch."""

from simulator import ANY, atom


def fragile(proc):
    yield proc.receive(atom.die)
    proc.exit(atom.boom)


def watcher(proc, main_pid, pid, n):
    yield proc.receive(atom.watch)
    proc.monitor(pid)
    yield proc.receive((atom.DOWN, ANY, ANY, ANY, ANY))
    proc.send(main_pid, n)


def main(proc):
    pid = proc.spawn(fragile)
    watchers = [proc.spawn(watcher, proc.pid, pid, n) for n in (1, 2, 3, 4)]
    for n in (3, 1, 4, 2):
        proc.send(watchers[n - 1], atom.watch)
    yield proc.sleep(20)
    proc.send(pid, atom.die)
    for _ in range(4):
        proc.inspect((yield proc.receive()))
