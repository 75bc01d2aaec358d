from simulator import ANY, atom


def player(proc, following):
    for _ in range(5):
        _, n = yield proc.receive((atom.ball, ANY))
        proc.send(following, (atom.ball, n))


def main(proc):
    second = proc.spawn(player, proc.pid)
    first = proc.spawn(player, second)
    for n in range(5):
        proc.send(first, (atom.ball, n))
        yield proc.receive((atom.ball, ANY))
