"""A receive that takes anything takes the oldest message."""


def main(proc):
    for n in (1, 2, 3):
        proc.send(proc.pid, n)
    for _ in range(3):
        proc.inspect((yield proc.receive()))
