"""A supervisor can end with the last of its significant children."""

from simulator import GenServer, Supervisor, atom


class App(Supervisor):
    def init(proc, auto_shutdown):
        significant = {atom.significant: True, atom.restart: atom.transient}
        children = [W.child_spec(atom.a), {**W.child_spec(atom.t), atom.restart: atom.temporary}]
        children += [{**W.child_spec(name), **significant} for name in (atom.s, atom.u)]
        return (atom.ok, ({atom.auto_shutdown: auto_shutdown}, children))


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
    proc.flag(atom.trap_exit, True)
    _, sup = yield App.start_link(proc, atom.all_significant)
    yield from show(proc)
    proc.cast(atom.t, atom.normal)
    yield from show(proc)
    proc.inspect(proc.alive(sup))
    if proc.alive(sup):
        proc.cast(atom.s, atom.normal)
    yield from show(proc)
    if proc.alive(sup):
        proc.cast(atom.u, atom.normal)
    yield from show(proc)
    proc.inspect(proc.alive(sup))
