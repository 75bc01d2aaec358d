"""What a dynamic supervisor makes of what a child's start function answers."""

from simulator import DynamicSupervisor, atom


class Start:
    def value(proc, value):
        return value

    def exits(proc, reason):
        proc.exit(reason)

    def throws(proc, value):
        proc.throw(value)

    def raises(proc, text):
        raise RuntimeError(text)


def shown(answer):
    match answer:
        case (atom.error, (what, [*_])):
            return (atom.error, what, atom.stack)
    return answer


def main(proc):
    starts = [
        ("value", (atom.error, atom.no)),
        ("value", atom.hello),
        ("value", (atom.ok, atom.no_pid)),
        ("value", (atom.error, atom.a, atom.b)),
        ("value", (atom.ok, proc.pid, atom.info)),
        ("value", atom.ignore),
        ("exits", atom.reason),
        ("throws", atom.ball),
        ("raises", "oops"),
        ("nothing", 1),
    ]
    _, sup = yield DynamicSupervisor.start_link(proc, strategy=atom.one_for_one)
    for function, arg in starts:
        spec = {atom.id: atom.child, atom.start: (Start, function, [arg]), atom.restart: atom.temporary}
        answer = yield DynamicSupervisor.start_child(proc, sup, spec)
        proc.inspect((atom(function), shown(answer)))
