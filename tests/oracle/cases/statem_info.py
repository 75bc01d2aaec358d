"""What is neither call nor cast comes as info, whatever it looks like."""

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
    proc.send(pid, atom.hello)
    proc.send(pid, (atom.timeout, atom.stray, atom.state_timeout))
    proc.send(pid, (atom.EXIT, proc.pid, atom.hello))
    proc.send(pid, (atom.a, atom.b, atom.c))
    proc.send(pid, ())
    yield Machine.call(proc, pid, (atom.do, []))
