"""A dynamic supervisor ends its children at once, and kills each that overruns its own time."""

from simulator import ANY, DynamicSupervisor, GenServer, atom


class Slow(GenServer):
    def init(proc, time):
        proc.flag(atom.trap_exit, True)
        return (atom.ok, time)

    def terminate(proc, reason, time):
        yield proc.sleep(time)
        proc.send(atom.log, (atom.down_after, time))


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
    times = [(90, 5000), (30, 5000), (60, 5000), (80, 40), (70, atom.brutal_kill), (120, atom.infinity)]
    for time, shutdown in times:
        spec = {atom.id: time, atom.start: (Slow, "start_link", [time]), atom.shutdown: shutdown}
        yield DynamicSupervisor.start_child(proc, sup, spec)
    monitors = [proc.monitor(pid) for _, pid, _, _ in (yield DynamicSupervisor.which_children(proc, sup))]
    yield DynamicSupervisor.stop(proc, sup)
    reasons = []
    for ref in monitors:
        down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
        reasons.append(down[4])
    proc.inspect(reasons)
    yield from show(proc)
