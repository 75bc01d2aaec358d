"""Sleepers of one length wake in the order in which they lay down."""


def sleeper(proc, caller, n):
    yield proc.sleep(30)
    proc.send(caller, n)


def main(proc):
    for n in (1, 2, 3, 4, 5):
        proc.spawn(sleeper, proc.pid, n)
    for _ in range(5):
        proc.inspect((yield proc.receive()))
