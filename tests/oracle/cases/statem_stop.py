"""A machine stops for the reason that it gives, with the data that it gives."""

from simulator import ANY, StateMachine, atom


class Machine(StateMachine):
    def callback_mode(proc):
        return atom.state_functions

    def init(proc, data):
        return (atom.ok, atom.idle, data)

    def idle(proc, kind, content, data):
        match kind, content:
            case (atom.call, client), (atom.replying, make):
                return make(client)
            case atom.cast, (atom.give, result):
                return result
            case atom.cast, (atom.run, f):
                return f(proc)

    def busy(proc, kind, content, data):
        return atom.keep_state_and_data

    def terminate(proc, reason, state, data):
        proc.inspect((atom.terminate, reason, state, data))


def ended(proc, act):
    _, pid = yield Machine.start(proc, atom.data)
    ref = proc.monitor(pid)
    act(pid)
    message = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY), after=300)
    if message is None:
        proc.puts("alive")
        return
    reason = message[4]
    proc.inspect(reason[0] if isinstance(reason, tuple) and isinstance(reason[1], list) else reason)


def main(proc):
    for result in (
        atom.stop,
        (atom.stop, atom.normal),
        (atom.stop, atom.shutdown, 1),
        (atom.stop, (atom.shutdown, atom.done)),
        (atom.stop, atom.bad),
        (atom.stop, (atom.worse, "still"), 2),
    ):
        yield from ended(proc, lambda pid, result=result: Machine.cast(proc, pid, (atom.give, result)))
    yield proc.sleep(50)
