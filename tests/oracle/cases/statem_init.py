"""init gives the first state, ignores, stops or fails; the starter hears which."""

from simulator import StateMachine, atom


class Machine(StateMachine):
    def callback_mode(proc):
        return atom.handle_event_function

    def init(proc, f):
        return f(proc)

    def handle_event(proc, kind, content, state, data):
        proc.inspect((kind, content, state, data))
        return atom.keep_state_and_data


def oops(proc):
    raise RuntimeError("oops")


def main(proc):
    for f in (
        lambda proc: (atom.ok, atom.one, 1),
        lambda proc: (atom.ok, (atom.two, "any term"), 1, [(atom.next_event, atom.internal, atom.first), 5]),
        lambda proc: (atom.ok, atom.three, 1, atom.postpone),
        lambda proc: atom.ignore,
        lambda proc: (atom.stop, atom.unwilling),
        lambda proc: (atom.stop, atom.normal),
        lambda proc: (atom.ok, atom.one),
        lambda proc: atom.nonsense,
        oops,
        lambda proc: proc.exit(atom.why),
        lambda proc: proc.throw((atom.ok, atom.thrown, 1)),
    ):
        match (yield Machine.start(proc, f, name=atom.machine)):
            case (atom.ok, pid):
                yield proc.sleep(20)
                proc.inspect(pid == proc.whereis(atom.machine))
                yield Machine.stop(proc, atom.machine)
            case other:
                proc.inspect((other, proc.whereis(atom.machine)))
        yield proc.sleep(20)
