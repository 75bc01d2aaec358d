"""A child that does not start again is :restarting until the next try; it cannot be restarted or deleted, but ended."""

from simulator import ANY, GenServer, Supervisor, atom

began = []


class SlowToFail(GenServer):
    def start_link(proc, arg):
        return GenServer.start_link(proc, SlowToFail, arg, name=atom.slow)

    def init(proc, arg):
        if began:
            yield proc.sleep(30)
            return (atom.stop, atom.not_yet)
        began.append(True)
        return (atom.ok, 0)


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
    _, sup = yield Supervisor.start_link(proc, [SlowToFail], strategy=atom.one_for_one, max_restarts=10)
    kill(proc, atom.slow)
    yield proc.sleep(10)
    child = atom("Elixir.SlowToFail")
    requests = [atom.which_children, atom.count_children]
    requests += [(function, child) for function in (atom.restart_child, atom.delete_child, atom.terminate_child)]
    me = proc.pid
    for request in requests:

        def ask(proc, request):
            proc.send(me, (atom.answer, (yield proc.call(sup, request, atom.infinity))))

        proc.spawn(ask, request)
    for request in requests:
        _, reply = yield proc.receive((atom.answer, ANY))
        if isinstance(reply, dict):
            reply = [(name, reply[name]) for name in (atom.specs, atom.active, atom.supervisors, atom.workers)]
        proc.inspect((request, reply))
    yield proc.sleep(60)
    proc.inspect((yield Supervisor.which_children(proc, sup)))
