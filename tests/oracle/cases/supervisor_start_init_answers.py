"""What a supervisor makes of the ends to which a child's init can come."""

from simulator import GenServer, Supervisor, atom


class Init(GenServer):
    def init(proc, answer):
        if answer is atom("raise"):
            raise RuntimeError("oops")
        return answer


def main(proc):
    proc.flag(atom.trap_exit, True)
    answers = [
        (atom.stop, atom.no),
        (atom.stop, atom.normal),
        (atom.stop, (atom.shutdown, atom.later)),
        atom.ignore,
        atom.nonsense,
    ]
    for answer in answers:
        match (yield Supervisor.start_link(proc, [(Init, answer)], strategy=atom.one_for_one)):
            case (atom.ok, sup):
                children = yield Supervisor.which_children(proc, sup)
                proc.inspect((answer, children, (yield Supervisor.count_children(proc, sup))))
            case error:
                proc.inspect((answer, error))
    failed = yield Supervisor.start_link(proc, [(Init, atom("raise"))], strategy=atom.one_for_one)
    proc.inspect(failed[1][1][2][0])
