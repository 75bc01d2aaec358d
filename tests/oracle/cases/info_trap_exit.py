"""trap_exit tells whether exits are trapped."""

from simulator import atom


def main(proc):
    before = proc.info(proc.pid, atom.trap_exit)
    proc.flag(atom.trap_exit, True)
    proc.inspect((before, proc.info(proc.pid, atom.trap_exit)))
