"""Two children of one id, and a child that cannot be, keep a supervisor from starting."""

from simulator import Supervisor, atom


class W:
    def init(proc):
        return atom.ignore


def main(proc):
    proc.flag(atom.trap_exit, True)
    good = {atom.id: atom.c, atom.start: (W, "init", [])}
    for children in ([good, good], [good, {atom.id: atom.d}], [{**good, atom.restart: atom.never}]):
        proc.inspect((yield Supervisor.start_link(proc, children, strategy=atom.one_for_one)))
    proc.inspect((yield proc.receive())[2])
