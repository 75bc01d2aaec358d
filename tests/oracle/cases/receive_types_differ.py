"""1 and 1.0, a string and an atom, true and 1 are different messages."""

from simulator import atom


def main(proc):
    for message in (1.0, "a", True, 1, atom.a):
        proc.send(proc.pid, message)
    yield proc.receive(1)
    proc.puts("integer")
    yield proc.receive(atom.a)
    proc.puts("atom")
    yield proc.receive(True)
    proc.puts("true")
    proc.inspect(proc.info(proc.pid, atom.messages))
