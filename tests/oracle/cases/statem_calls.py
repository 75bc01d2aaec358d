"""A call waits for its reply, for ever by default; it exits in gen_statem's name where there is none."""

from simulator import Exit, StateMachine, atom


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

    def exits(request):
        try:
            yield request
        except Exit as end:
            proc.inspect(end.reason)

    proc.inspect((yield Machine.call(proc, pid, (atom.do, []))))
    yield from exits(Machine.call(proc, pid, atom.no_reply, 10))
    yield from exits(Machine.call(proc, atom.nobody, atom.hello))
    yield from exits(Machine.call(proc, proc.pid, atom.hello))
    proc.inspect(Machine.cast(proc, atom.nobody, atom.hello))
    proc.inspect((yield Machine.stop(proc, pid)))
    yield from exits(Machine.call(proc, pid, atom.hello, 10))
    yield from exits(Machine.stop(proc, pid))
