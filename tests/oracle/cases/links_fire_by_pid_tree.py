"""The EXITs of a dying process go out in the order of a tree of pids: of three linked in turn 1, 3, 2."""

from simulator import ANY, atom


def trapping(proc, caller, n):
    proc.flag(atom.trap_exit, True)
    yield proc.receive((atom.EXIT, ANY, ANY))
    proc.send(caller, n)


def parent(proc, caller, count):
    for n in range(1, count + 1):
        proc.spawn_link(trapping, caller, n)
    yield proc.sleep(20)
    proc.exit(atom.boom)


def main(proc):
    for count in (2, 3, 4, 5, 6):
        proc.spawn(parent, proc.pid, count)
        yield proc.sleep(60)
        order = []
        for _ in range(count):
            order.append((yield proc.receive()))
        proc.inspect(order)
