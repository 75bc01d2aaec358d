"""The extra arguments of a dynamic supervisor come before each child's own."""

from simulator import Agent, DynamicSupervisor, GenServer, atom


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
    _, sup = yield DynamicSupervisor.start_link(proc, strategy=atom.one_for_one, extra_arguments=[lambda: 42])
    _, pid = yield DynamicSupervisor.start_child(proc, sup, {atom.id: 1, atom.start: (Agent, "start_link", [])})
    proc.inspect((yield Agent.get(proc, pid, lambda state: state)))
    proc.exit(pid, atom.kill)
    yield proc.sleep(20)
    ((_, again, _, _),) = yield DynamicSupervisor.which_children(proc, sup)
    proc.inspect((again == pid, (yield Agent.get(proc, again, lambda state: state))))
