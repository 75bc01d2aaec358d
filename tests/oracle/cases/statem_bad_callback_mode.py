"""A machine whose callback mode is none has started, and ends."""

from simulator import ANY, StateMachine, atom


class Machine(StateMachine):
    def callback_mode(proc):
        return proc.get(atom.mode)

    def init(proc, mode):
        proc.put(atom.mode, mode)
        return (atom.ok, atom.one, 1)


def main(proc):
    proc.flag(atom.trap_exit, True)
    for mode in (atom.nonsense, [atom.state_enter], []):
        _, pid = yield Machine.start_link(proc, mode)
        message = yield proc.receive((atom.EXIT, pid, ANY))
        proc.inspect(message[2][0])
    yield proc.sleep(50)
