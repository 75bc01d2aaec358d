"""A state timeout outlives events and ends with its state."""

from simulator import StateMachine, atom


class Machine(StateMachine):
    def callback_mode(proc):
        return atom.handle_event_function

    def init(proc, data):
        return (atom.ok, atom.one, data)

    def handle_event(proc, kind, content, state, data):
        match kind, content:
            case (atom.call, client), (atom.do, actions):
                return (atom.keep_state_and_data, [(atom.reply, client, atom.done), *actions])
            case (atom.call, client), (atom.go, wanted, actions):
                return (atom.next_state, wanted, data, [(atom.reply, client, atom.gone), *actions])
            case atom.internal, (atom.do, actions):
                return (atom.keep_state_and_data, actions)
            case (atom.call, _), _:
                kind = atom.call
        proc.inspect((kind, content, state))
        return atom.keep_state_and_data


def main(proc):
    _, pid = yield Machine.start(proc)
    yield Machine.call(proc, pid, (atom.go, atom.two, [(atom.state_timeout, 20, atom.kept)]))
    Machine.cast(proc, pid, atom.noise)
    yield proc.sleep(40)
    yield Machine.call(proc, pid, (atom.do, [(atom.state_timeout, 20, atom.lost)]))
    yield Machine.call(proc, pid, (atom.go, atom.three, []))
    yield proc.sleep(40)
    yield Machine.call(proc, pid, (atom.do, [(atom.state_timeout, 20, atom.same)]))
    yield Machine.call(proc, pid, (atom.go, atom.three, []))
    yield proc.sleep(40)
