"""terminate may raise, exit or throw; what it throws does not count."""

from simulator import ANY, StateMachine, atom


class Machine(StateMachine):
    def callback_mode(proc):
        return atom.handle_event_function

    def init(proc, how):
        return (atom.ok, atom.one, how)

    def handle_event(proc, kind, content, state, how):
        return atom.stop

    def terminate(proc, reason, state, how):
        match how:
            case _ if how is atom("raise"):
                raise RuntimeError("oops")
            case atom.exit:
                proc.exit(atom.why)
            case atom.throw:
                proc.throw(atom.ball)


def main(proc):
    for how in (atom("raise"), atom.exit, atom.throw, atom.nothing):
        _, pid = yield Machine.start(proc, how)
        ref = proc.monitor(pid)
        Machine.cast(proc, pid, atom.stop)
        message = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
        reason = message[4]
        proc.inspect(reason[0] if isinstance(reason, tuple) else reason)
    yield proc.sleep(50)
