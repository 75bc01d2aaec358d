"""What a child's start function may answer, and what becomes of other answers."""

from simulator import Supervisor, atom


class Start:
    def value(proc, value):
        return value

    def exits(proc, reason):
        proc.exit(reason)

    def throws(proc, value):
        proc.throw(value)

    def raises(proc, text):
        raise RuntimeError(text)


def shown(reason):
    match reason:
        case (atom.EXIT, (what, [*_])):
            return (atom.EXIT, what, atom.stack)
    return reason


def main(proc):
    proc.flag(atom.trap_exit, True)
    starts = [
        ("value", (atom.error, atom.no)),
        ("value", atom.hello),
        ("value", (atom.ok, atom.no_pid)),
        ("value", (atom.error, atom.a, atom.b)),
        ("value", (atom.ok, proc.pid, atom.info)),
        ("value", atom.ignore),
        ("exits", atom.reason),
        ("throws", atom.ball),
        ("throws", (atom.error, atom.thrown)),
        ("raises", "oops"),
        ("nothing", 1),
    ]
    for function, arg in starts:
        child = {atom.id: atom.child, atom.start: (Start, function, [arg])}
        _, sup = yield Supervisor.start_link(proc, [], strategy=atom.one_for_one)
        match (yield Supervisor.start_child(proc, sup, child)):
            case (atom.error, (reason, record)):
                proc.inspect((atom(function), shown(reason), record[0], record[2]))
            case answer:
                proc.inspect((atom(function), answer))
