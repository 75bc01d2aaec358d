"""registered_name is the name, or an empty list."""

from simulator import atom


def main(proc):
    before = proc.info(proc.pid, atom.registered_name)
    proc.register(proc.pid, atom.boss)
    proc.inspect((before, proc.info(proc.pid, atom.registered_name)))
