"""Timers with one deadline fire in the order in which they were made."""


def main(proc):
    for n in (1, 2, 3, 4, 5, 6):
        proc.send_after(proc.pid, n, 20)
    for _ in range(6):
        proc.inspect((yield proc.receive()))
