"""A restart that goes on failing ends the supervisor."""

from simulator import Agent, GenServer, Supervisor, atom


class Flaky(GenServer):
    def start_link(proc, fails):
        return GenServer.start_link(proc, Flaky, fails, name=atom.flaky)

    def init(proc, fails):
        attempt = yield Agent.get_and_update(proc, atom.tries, lambda tries: (tries, tries + 1))
        proc.send(atom.log, (atom("try"), attempt))
        return (atom.stop, atom.not_yet) if attempt in fails else (atom.ok, attempt)


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
    yield Agent.start_link(proc, lambda: 0, name=atom.tries)
    _, sup = yield Supervisor.start_link(
        proc, [(W, atom.a), (Flaky, [1, 2, 3, 4, 5]), (W, atom.c)], strategy=atom.one_for_one
    )
    proc.flag(atom.trap_exit, True)
    yield from show(proc)
    kill(proc, atom.flaky)
    yield from show(proc)
    proc.inspect(proc.alive(sup))
