"""When the process that started a supervisor ends, the supervisor ends its children and itself, whatever the reason."""

from simulator import ANY, GenServer, Supervisor, atom


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

    def parent(proc):
        yield Supervisor.start_link(proc, [(W, atom.a), (W, atom.b)], strategy=atom.one_for_one, name=atom.sup)
        proc.exit((yield proc.receive()))

    pid = proc.spawn(parent)
    yield from show(proc)
    ref = proc.monitor(atom.sup)
    proc.send(pid, atom.normal)
    down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect(down[4])
    yield from show(proc)
