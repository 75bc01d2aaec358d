"""Timeouts of 0 come after queued events and before messages, in their order."""

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
    a, b = (atom.timeout, atom.a), (atom.timeout, atom.b)
    Machine.cast(proc, pid, atom.message)
    again = (atom.next_event, atom.internal, (atom.do, [(a, 0, 3)]))
    cancel = (atom.next_event, atom.internal, (atom.do, [(a, atom.cancel)]))
    for actions in (
        [(a, 0, 1), (atom.state_timeout, 0, 2), (b, 0, 3)],
        [(a, atom.update, atom.started), (atom.next_event, atom.cast, atom.queued)],
        [(atom.timeout, 0, atom.event), (atom.next_event, atom.cast, atom.takes_it_away)],
        [(a, 0, 1), (b, 0, 2), again],
        [(a, 0, 1), cancel],
        [0],
    ):
        yield Machine.call(proc, pid, (atom.do, actions))
    yield proc.sleep(20)
