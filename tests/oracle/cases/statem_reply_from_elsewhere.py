"""Any process may reply to a call, later; a machine may reply to several at once."""

from simulator import StateMachine, atom


class Machine(StateMachine):
    def callback_mode(proc):
        return atom.state_functions

    def init(proc, arg):
        return (atom.ok, atom.gathering, [])

    def gathering(proc, kind, who, replies):
        _, client = kind
        if who is atom.elsewhere:
            proc.spawn(later, client)
            return atom.keep_state_and_data
        if not replies:
            return (atom.keep_state, [(atom.reply, client, who)])
        return (atom.keep_state, [], [(atom.reply, client, who), *replies])


def later(proc, client):
    yield proc.sleep(10)
    StateMachine.reply(proc, client, atom.from_elsewhere)


def asker(proc, pid, who):
    proc.inspect((yield Machine.call(proc, pid, who)))


def main(proc):
    _, pid = yield Machine.start(proc)
    proc.inspect((yield Machine.call(proc, pid, atom.elsewhere)))
    for who in (atom.ann, atom.bob):
        proc.spawn(asker, pid, who)
        yield proc.sleep(10)
    yield proc.sleep(20)
