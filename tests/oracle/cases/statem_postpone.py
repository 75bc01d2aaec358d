"""Postponed events come back in the order of their arrival when the state changes."""

from simulator import StateMachine, atom


class Door(StateMachine):
    def callback_mode(proc):
        return atom.state_functions

    def init(proc, arg):
        return (atom.ok, atom.shut, 0)

    def shut(proc, kind, content, n):
        match kind, content:
            case atom.cast, atom.open:
                return (atom.next_state, atom.open, n + 1)
            case atom.cast, atom.again:
                return (atom.next_state, atom.shut, n)
            case atom.cast, atom.repeat:
                return atom.repeat_state_and_data
            case (atom.call, _), _:
                kind = atom.call
        proc.inspect((atom.postponed, kind, content))
        return (atom.keep_state_and_data, [atom.postpone])

    def open(proc, kind, content, n):
        match kind, content:
            case atom.cast, atom.shut:
                return (atom.next_state, atom.shut, n)
            case atom.cast, (atom.next, what):
                return (atom.keep_state_and_data, [(atom.next_event, atom.internal, what)])
            case atom.cast, atom.slam:
                return (atom.next_state, atom.shut, n, [(atom.postpone, True), (atom.postpone, False)])
            case (atom.call, client), what:
                return (atom.keep_state_and_data, [(atom.reply, client, (what, n))])
        proc.inspect((atom.open, kind, content, n))
        return atom.keep_state_and_data


def main(proc):
    _, pid = yield Door.start(proc)
    for what in (1, 2):
        Door.cast(proc, pid, what)
    proc.send(pid, 3)
    Door.cast(proc, pid, atom.again)
    Door.cast(proc, pid, atom.repeat)
    Door.cast(proc, pid, atom.open)
    Door.cast(proc, pid, 4)
    proc.inspect((yield Door.call(proc, pid, atom.done)))
