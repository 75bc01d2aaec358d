"""A timeout whose message has come already is cancelled all the same."""

from simulator import StateMachine, atom


class Machine(StateMachine):
    def callback_mode(proc):
        return atom.handle_event_function

    def init(proc, arg):
        return (atom.ok, atom.one, None)

    def handle_event(proc, kind, content, state, data):
        match kind, content:
            case atom.cast, (atom.busy, actions):
                yield proc.sleep(20)
                return (atom.keep_state_and_data, actions)
            case atom.cast, (atom.set, actions):
                return (atom.keep_state_and_data, actions)
            case atom.cast, atom.go:
                yield proc.sleep(20)
                return (atom.next_state, atom.two, None)
        proc.inspect((kind, content, state))
        return atom.keep_state_and_data


def main(proc):
    _, pid = yield Machine.start(proc)
    a = (atom.timeout, atom.a)
    for what in (
        (atom.set, [(a, 10, 1)]),
        (atom.busy, [(a, atom.cancel)]),
        (atom.set, [(a, 10, 2)]),
        (atom.busy, []),
        (atom.set, [(atom.timeout, 10, 3)]),
        (atom.busy, []),
        (atom.set, [(atom.state_timeout, 10, 4)]),
        atom.go,
        atom.last,
    ):
        Machine.cast(proc, pid, what)
    yield proc.sleep(150)
