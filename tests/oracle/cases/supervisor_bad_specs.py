"""What OTP says of each child specification that cannot be."""

from simulator import Supervisor, atom


class W:
    def init(proc):
        return atom.ignore


def main(proc):
    good = {atom.id: atom.c, atom.start: (W, "init", [])}
    specs = [
        {atom.id: atom.c},
        {atom.start: (W, "init", [])},
        {atom.id: atom.c, atom.start: W},
        {atom.id: atom.c, atom.start: (W, atom.init)},
        {atom.id: atom.c, atom.start: (W, atom.init, 1)},
        {atom.id: atom.c, atom.start: (1, atom.init, [])},
        {**good, atom.shutdown: -1},
        {**good, atom.shutdown: atom.soon},
        {**good, atom.shutdown: 1.5},
        {**good, atom.type: atom.x},
        {**good, atom.restart: atom.x},
        {**good, atom.modules: atom.x},
        {**good, atom.modules: ["x"]},
        {**good, atom.significant: True},
        {**good, atom.significant: 1},
        (atom.id, (W, "init", []), atom.sometimes, 5000, atom.worker, [W]),
    ]
    _, sup = yield Supervisor.start_link(proc, [], strategy=atom.one_for_one)
    for spec in specs:
        proc.inspect((yield Supervisor.start_child(proc, sup, spec)))
