"""A state enter call may neither change the state nor postpone nor make events."""

from simulator import ANY, StateMachine, atom


class Machine(StateMachine):
    def callback_mode(proc):
        return [atom.handle_event_function, atom.state_enter]

    def init(proc, result):
        return (atom.ok, atom.one, result)

    def handle_event(proc, kind, old, state, result):
        proc.inspect((kind, old, state))
        return result

    def terminate(proc, reason, state, data):
        proc.inspect((atom.terminate, reason, state, data))


def main(proc):
    proc.flag(atom.trap_exit, True)
    for result in (
        (atom.next_state, atom.two, 1),
        (atom.keep_state, 1, [atom.postpone]),
        (atom.keep_state, 1, [(atom.next_event, atom.internal, 1)]),
        (atom.next_state, atom.one, 2, [(atom.postpone, False), (atom.postpone, True)]),
        (atom.next_state, atom.one, 3, atom.hibernate),
        (atom.stop, atom.tired, 4),
    ):
        _, pid = yield Machine.start_link(proc, result)
        message = yield proc.receive((atom.EXIT, pid, ANY), after=300)
        if message is None:
            proc.puts("alive")
        else:
            reason = message[2]
            proc.inspect(reason[0] if isinstance(reason, tuple) else reason)
    yield proc.sleep(50)
