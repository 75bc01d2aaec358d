"""A supervisor's module says in init what it is to do; what it may answer, and what becomes of other answers."""

from simulator import Agent, Atom, Supervisor, atom


class App(Supervisor):
    def init(proc, answer):
        match answer:
            case atom.children:
                return Supervisor.init([(Agent, lambda: 0)], strategy=atom.one_for_one)
            case (atom.exit, reason):
                proc.exit(reason)
            case Atom(name="raise"):
                raise RuntimeError("oops")
        return answer


def main(proc):
    proc.flag(atom.trap_exit, True)
    answers = [
        atom.children,
        atom.ignore,
        atom.nonsense,
        (atom.ok, atom.flags),
        (atom.ok, ({atom.intensity: -1}, [])),
        (atom.ok, ({}, [])),
        (atom.ok, ((atom.one_for_all, 1, 1), [])),
        (atom.exit, atom.reason),
    ]
    for answer in answers:
        match (yield Supervisor.start_link(proc, App, answer, name=atom.app)):
            case (atom.ok, sup):
                children = yield Supervisor.which_children(proc, atom.app)
                proc.inspect((answer, children, sup == proc.whereis(atom.app)))
                yield Supervisor.stop(proc, atom.app)
            case other:
                proc.inspect((answer, other, proc.whereis(atom.app)))
    failed = yield App.start_link(proc, atom("raise"))
    proc.inspect(failed[1][0])
    _, first = yield App.start_link(proc, atom.children, name=atom.app)
    again = yield App.start_link(proc, atom.children, name=atom.app)
    proc.inspect(again == (atom.error, (atom.already_started, first)))
