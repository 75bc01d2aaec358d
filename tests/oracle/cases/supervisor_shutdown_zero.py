"""A child whose shutdown time is 0 is killed at once."""

from simulator import ANY, GenServer, Supervisor, atom


class Slow(GenServer):
    def start_link(proc, name):
        return GenServer.start_link(proc, Slow, name, name=name)

    def init(proc, name):
        proc.flag(atom.trap_exit, True)
        return (atom.ok, name)

    def terminate(proc, reason, name):
        yield proc.sleep(100)
        proc.send(atom.log, (atom.slowly_down, name))


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
    child = {atom.id: atom.s, atom.start: (Slow, "start_link", [atom.s]), atom.shutdown: 0}
    _, sup = yield Supervisor.start_link(proc, [(W, atom.a), child], strategy=atom.one_for_one)
    ref = proc.monitor(proc.whereis(atom.s))
    yield Supervisor.stop(proc, sup)
    down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect(down[4])
    yield from show(proc)
