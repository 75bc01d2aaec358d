"""A dynamic supervisor takes in no more than max_children at a time."""

from simulator import DynamicSupervisor, GenServer, atom


class W(GenServer):
    def start_link(proc, name):
        return GenServer.start_link(proc, W, name, name=name)

    def child_spec(name):
        return {atom.id: name, atom.start: (W, "start_link", [name])}

    def init(proc, name):
        proc.flag(atom.trap_exit, True)
        proc.send(atom.log, (atom.up, name))
        return (atom.ok, name)

    def handle_cast(proc, reason, name):
        return (atom.stop, reason, name)

    def terminate(proc, reason, name):
        if proc.whereis(atom.log) is not None:
            proc.send(atom.log, (atom.down, name, reason))


def show(proc):
    yield proc.sleep(100)
    log = []
    while (event := (yield proc.receive(after=0))) is not None:
        log.append(event)
    proc.inspect(log)


def kill(proc, name):
    proc.exit(proc.whereis(name), atom.kill)


def main(proc):
    proc.register(proc.pid, atom.log)
    _, sup = yield DynamicSupervisor.start_link(proc, strategy=atom.one_for_one, max_children=2)
    for name in (atom.a, atom.b, atom.c):
        proc.inspect((yield DynamicSupervisor.start_child(proc, sup, (W, name))))
    yield DynamicSupervisor.terminate_child(proc, sup, proc.whereis(atom.a))
    proc.inspect((yield DynamicSupervisor.start_child(proc, sup, (W, atom.c))))
