"""A call can be postponed: its caller waits until the state changes."""

from simulator import Exit, StateMachine, atom


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

    def opener(proc):
        yield proc.sleep(30)
        Door.cast(proc, pid, atom.open)

    proc.spawn(opener)
    started = proc.now_ms
    proc.inspect((yield Door.call(proc, pid, atom.hello)))
    proc.inspect(proc.now_ms - started >= 30)
    Door.cast(proc, pid, atom.slam)
    try:
        yield Door.call(proc, pid, atom.hello, 20)
    except Exit as end:
        proc.inspect(end.reason[0])
    Door.cast(proc, pid, atom.open)
    proc.inspect((yield Door.call(proc, pid, atom.still_there)))
