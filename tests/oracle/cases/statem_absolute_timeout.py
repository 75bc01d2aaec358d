"""A timeout can be given by the clock, at an absolute time; one in the past fires at once."""

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
    now = proc.now_ms
    absolute = ((atom.timeout, atom.a), now + 40, atom.later, [(atom.abs, True)])
    yield Machine.call(proc, pid, (atom.do, [absolute, (atom.state_timeout, 20, atom.sooner, [])]))
    yield proc.sleep(80)
    past = (atom.state_timeout, now, atom.past, (atom.abs, True))
    yield Machine.call(proc, pid, (atom.do, [past, (atom.timeout, 5, atom.relative, (atom.abs, False))]))
    yield proc.sleep(20)
