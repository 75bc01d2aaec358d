"""Events that a machine makes for itself come before all others, in their order."""

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

    def event(kind, content):
        return (atom.next_event, kind, content)

    Machine.cast(proc, pid, atom.last)
    proc.send(pid, atom.very_last)
    yield Machine.call(proc, pid, (atom.do, [event(atom.internal, 1), event(atom.cast, 2), event(atom.info, 3)]))
    yield Machine.call(proc, pid, (atom.do, [event((atom.call, (proc.pid, proc.make_ref())), atom.asked)]))
    nested = event(atom.internal, (atom.do, [event(atom.internal, 2)]))
    yield Machine.call(proc, pid, (atom.do, [nested, event(atom.internal, 3)]))
    kinds = [event(atom.timeout, 1), event(atom.state_timeout, 2), event((atom.timeout, atom.a), 3)]
    yield Machine.call(proc, pid, (atom.do, kinds))
