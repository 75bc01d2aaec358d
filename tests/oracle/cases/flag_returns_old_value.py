"""Process.flag gives the value that was."""

from simulator import atom


def main(proc):
    proc.inspect([proc.flag(atom.trap_exit, value) for value in (True, True, False)])
