"""An event that no clause of the state takes ends the machine; so does a state without a function."""

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
    def lost(pid, state):
        Machine.cast(proc, pid, (atom.give, (atom.next_state, state, 1)))
        Machine.cast(proc, pid, atom.more)

    yield from ended(proc, lambda pid: proc.send(pid, atom.unknown))
    yield from ended(proc, lambda pid: lost(pid, atom.nowhere))
    yield from ended(proc, lambda pid: lost(pid, (atom.no, "atom")))
    yield proc.sleep(50)
