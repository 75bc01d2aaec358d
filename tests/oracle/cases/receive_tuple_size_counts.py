"""A tuple pattern matches tuples of its own size only; an empty list is not an empty tuple."""

from simulator import ANY, atom


def main(proc):
    for message in ((atom.a,), (atom.a, 1, 2), [], (), (atom.a, 1)):
        proc.send(proc.pid, message)
    proc.inspect((yield proc.receive((atom.a, ANY))))
    proc.inspect((yield proc.receive(())))
    proc.inspect((yield proc.receive([])))
    proc.inspect(proc.info(proc.pid, atom.messages))
