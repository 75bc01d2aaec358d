"""Process.sleep is a receive that takes nothing."""

from simulator import atom


def main(proc):
    proc.send(proc.pid, atom.one)
    yield proc.sleep(20)
    proc.send(proc.pid, atom.two)
    proc.inspect(proc.info(proc.pid, atom.messages))
