"""A link to oneself is true and has no effect."""

from simulator import atom


def main(proc):
    proc.inspect((proc.link(proc.pid), proc.info(proc.pid, atom.links)))
