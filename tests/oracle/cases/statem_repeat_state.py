"""To repeat a state is to enter it again; to go on to the same state is not."""

from simulator import StateMachine, atom


class Lamp(StateMachine):
    def callback_mode(proc):
        return [atom.state_functions, atom.state_enter]

    def init(proc, arg):
        return (atom.ok, atom.off, 0, [(atom.next_event, atom.internal, atom.first)])

    def off(proc, kind, content, n):
        match kind, content:
            case atom.enter, old:
                proc.inspect((atom.off, atom.enter, old, n))
                return (atom.keep_state, n + 1)
            case atom.internal, atom.first:
                return proc.inspect(atom.keep_state_and_data)
            case atom.cast, atom.press:
                return (atom.next_state, atom.on, n, [(atom.next_event, atom.internal, atom.lit)])
            case atom.cast, atom.stay:
                return (atom.next_state, atom.off, n)
            case atom.cast, atom.repeat:
                return (atom.repeat_state, n + 10)
            case atom.cast, atom.repeat_data:
                return atom.repeat_state_and_data
            case (atom.call, client), atom.ask:
                return (atom.repeat_state_and_data, [(atom.reply, client, n)])

    def on(proc, kind, content, n):
        match kind, content:
            case atom.enter, old:
                proc.inspect((atom.on, atom.enter, old, n))
                return (atom.keep_state_and_data, [(atom.state_timeout, 20, atom.enough)])
            case atom.internal, atom.lit:
                return proc.inspect(atom.keep_state_and_data)
            case atom.state_timeout, atom.enough:
                return (atom.next_state, atom.off, n)


def main(proc):
    _, pid = yield Lamp.start(proc)
    for what in (atom.stay, atom.repeat, atom.repeat_data):
        Lamp.cast(proc, pid, what)
    proc.inspect((yield Lamp.call(proc, pid, atom.ask)))
    proc.inspect((yield Lamp.call(proc, pid, atom.ask)))
