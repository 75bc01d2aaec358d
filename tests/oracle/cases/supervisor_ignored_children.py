"""A child that ignores its start stays known without a process, unless it is temporary."""

from simulator import GenServer, Supervisor, atom


class Identity:
    def identity(proc, value):
        return value


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
    ignoring = {atom.start: (Identity, "identity", [atom.ignore])}
    children = [(W, atom.a), {**ignoring, atom.id: atom.i}, {**ignoring, atom.id: atom.t, atom.restart: atom.temporary}]
    _, sup = yield Supervisor.start_link(proc, children, strategy=atom.one_for_one)
    described = yield Supervisor.which_children(proc, sup)
    proc.inspect(
        [(name, pid, kind, [atom("Elixir.Function")] if name is atom.i else of) for name, pid, kind, of in described]
    )
    proc.inspect((yield Supervisor.count_children(proc, sup)))
    proc.inspect((yield Supervisor.restart_child(proc, sup, atom.i)))
    temporary = {**ignoring, atom.id: atom.u, atom.restart: atom.temporary}
    proc.inspect((yield Supervisor.start_child(proc, sup, temporary)))
    proc.inspect((yield Supervisor.start_child(proc, sup, {**ignoring, atom.id: atom.v})))
    proc.inspect([child[0] for child in (yield Supervisor.which_children(proc, sup))])
