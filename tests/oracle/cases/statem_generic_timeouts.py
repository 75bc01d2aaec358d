"""Generic timeouts run side by side, by name, through events and states."""

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
    a = (atom.timeout, atom.a)
    yield Machine.call(proc, pid, (atom.do, [(a, 40, atom.first), ((atom.timeout, (atom.b, 1)), 20, atom.second)]))
    yield Machine.call(proc, pid, (atom.go, atom.two, []))
    Machine.cast(proc, pid, atom.noise)
    yield proc.sleep(60)
    yield Machine.call(proc, pid, (atom.do, [(a, 20, atom.replaced)]))
    yield Machine.call(proc, pid, (atom.do, [(a, 40, atom.new)]))
    yield proc.sleep(60)
    yield Machine.call(proc, pid, (atom.do, [(a, 20, atom.cancelled)]))
    yield Machine.call(proc, pid, (atom.do, [(a, atom.cancel)]))
    yield Machine.call(proc, pid, (atom.do, [(a, 20, atom.old)]))
    yield Machine.call(proc, pid, (atom.do, [(a, atom.update, atom.updated)]))
    yield proc.sleep(60)
    yield Machine.call(proc, pid, (atom.do, [(a, 20, atom.forever)]))
    yield Machine.call(proc, pid, (atom.do, [(a, atom.infinity, atom.forever)]))
    yield proc.sleep(60)
