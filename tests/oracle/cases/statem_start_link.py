"""A linked machine dies with its parent, with terminate if it traps exits; others' exits are info."""

from simulator import ANY, StateMachine, atom


class Machine(StateMachine):
    def callback_mode(proc):
        return atom.handle_event_function

    def init(proc, trap):
        proc.flag(atom.trap_exit, trap)
        return (atom.ok, atom.one, trap)

    def handle_event(proc, kind, content, state, data):
        proc.inspect((kind, content))
        return atom.keep_state_and_data

    def terminate(proc, reason, state, data):
        proc.inspect((atom.terminate, reason, state, data))


def parent(proc, trap):
    _, pid = yield Machine.start_link(proc, trap, name=atom.machine)
    again = yield Machine.start_link(proc, trap, name=atom.machine)
    proc.inspect(again == (atom.error, (atom.already_started, pid)))
    if trap:
        proc.exit(pid, atom.from_outside)
    yield proc.sleep(50)
    proc.exit(atom.shutdown)


def main(proc):
    proc.flag(atom.trap_exit, True)
    for trap in (True, False):
        proc.spawn(parent, trap)
        yield proc.sleep(120)
        proc.inspect(proc.whereis(atom.machine))
    _, pid = yield Machine.start_link(proc, True)
    proc.inspect((yield Machine.stop(proc, pid, atom.shutdown, 1000)))
    message = yield proc.receive((atom.EXIT, pid, ANY))
    proc.inspect((atom.exit, message[2]))
