"""A guard decides with the values of the message; one that fails skips the message."""

from simulator import ANY, atom, when


def main(proc):
    for n in (1, -5, 7, 12):
        proc.send(proc.pid, (atom.n, n))
    _, n = yield proc.receive((atom.n, lambda n: n > 5))
    proc.inspect(n)
    _, n = yield proc.receive(when((atom.n, ANY), lambda message: message[1] < 0))
    proc.inspect(n)
    proc.inspect(proc.info(proc.pid, atom.messages))
