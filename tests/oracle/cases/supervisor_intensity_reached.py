"""Three restarts in five seconds are allowed; the fourth ends the supervisor, and the others with it."""

from simulator import GenServer, Supervisor, atom


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
    _, sup = yield Supervisor.start_link(proc, [(W, atom.a), (W, atom.b), (W, atom.c)], strategy=atom.one_for_one)
    proc.flag(atom.trap_exit, True)
    yield from show(proc)
    for _ in range(3):
        kill(proc, atom.b)
        yield proc.sleep(20)
    proc.inspect(proc.alive(sup))
    yield from show(proc)
    kill(proc, atom.b)
    yield from show(proc)
    proc.inspect(proc.alive(sup))
