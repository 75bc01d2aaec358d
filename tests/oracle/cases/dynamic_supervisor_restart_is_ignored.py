"""A dynamic supervisor forgets a child that ignores its restart."""

from simulator import Agent, DynamicSupervisor, GenServer, atom


class Flaky(GenServer):
    def start_link(proc, plan):
        return GenServer.start_link(proc, Flaky, plan, name=atom.flaky)

    def init(proc, plan):
        attempt = yield Agent.get_and_update(proc, atom.tries, lambda tries: (tries, tries + 1))
        proc.send(atom.log, (atom("try"), attempt))
        match plan[attempt]:
            case atom.fail:
                return (atom.stop, atom.not_yet)
            case atom.ignore:
                return atom.ignore
        return (atom.ok, attempt)


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
    proc.flag(atom.trap_exit, True)
    yield Agent.start_link(proc, lambda: 0, name=atom.tries)
    yield DynamicSupervisor.start_child(proc, sup, (Flaky, [atom.ok, atom.fail, atom.ignore]))
    kill(proc, atom.flaky)
    yield from show(proc)
    if proc.alive(sup):
        proc.inspect((yield DynamicSupervisor.count_children(proc, sup)))
