"""A machine can reply to its callers while it stops."""

from simulator import Exit, StateMachine, atom


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


def main(proc):
    for make in (
        lambda client: (atom.stop_and_reply, atom.normal, [(atom.reply, client, atom.bye)]),
        lambda client: (atom.stop_and_reply, atom.oops, (atom.reply, client, atom.bye), atom.new_data),
        lambda client: (atom.stop_and_reply, atom.normal, [(atom.reply, client, atom.bye), atom.nonsense]),
        lambda client: (atom.stop_and_reply, atom.normal, []),
        lambda client: (atom.stop, (atom.oops, 1)),
    ):
        yield Machine.start(proc, atom.data, name=atom.machine)
        try:
            proc.inspect((yield Machine.call(proc, atom.machine, (atom.replying, make))))
        except Exit as end:
            reason = end.reason[0]
            proc.inspect((atom.exit, reason[0] if isinstance(reason, tuple) else reason))
        yield proc.sleep(100)
