"""A dynamic supervisor's children are told apart by their pids; each may be started any number of times."""

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
    _, sup = yield DynamicSupervisor.start_link(proc, strategy=atom.one_for_one)
    _, a = yield DynamicSupervisor.start_child(proc, sup, (W, atom.a))
    _, b = yield DynamicSupervisor.start_child(proc, sup, (W, atom.b))
    _, inner = yield DynamicSupervisor.start_child(proc, sup, (DynamicSupervisor, []))
    described = [(pid, kind) for _, pid, kind, _ in (yield DynamicSupervisor.which_children(proc, sup))]
    proc.inspect(described == [(a, atom.worker), (b, atom.worker), (inner, atom.supervisor)])
    proc.inspect((yield DynamicSupervisor.count_children(proc, sup)))
    proc.inspect((yield DynamicSupervisor.terminate_child(proc, sup, a)))
    proc.inspect((yield DynamicSupervisor.terminate_child(proc, sup, a)))
    proc.inspect((yield DynamicSupervisor.count_children(proc, sup)))
    yield from show(proc)
