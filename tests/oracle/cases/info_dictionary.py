"""The process dictionary of any process can be looked at."""

from simulator import atom


def moody(proc):
    proc.put(atom.mood, "fine")
    yield proc.receive()


def main(proc):
    pid = proc.spawn(moody)
    yield proc.sleep(20)
    proc.inspect((proc.info(pid, atom.dictionary), proc.info(proc.pid, atom.dictionary)))
