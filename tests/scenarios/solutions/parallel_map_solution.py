from simulator import ANY, atom


def square(proc, boss, n):
    yield proc.sleep(1000)
    proc.send(boss, (atom.square, n * n))


def main(proc):
    for n in range(1, 6):
        proc.spawn(square, proc.pid, n)
    total = 0
    for _ in range(5):
        _, value = yield proc.receive((atom.square, ANY))
        total += value
    proc.puts(total)
