"""start_child starts a task that nobody awaits, restarted if that is asked for."""

from simulator import ANY, Task, atom


def boom(proc, main):
    proc.send(main, (atom.ran, proc.pid))
    proc.exit(atom.boom)


def waits(proc, main):
    proc.send(main, (atom.ran, proc.pid))
    proc.exit((yield proc.receive()))


class Sleeper:
    def sleep(proc, ms):
        yield proc.sleep(ms)


def main(proc):
    _, sup = yield Task.Supervisor.start_link(proc)
    _, pid = yield Task.Supervisor.start_child(proc, sup, boom, proc.pid)
    proc.inspect((yield proc.receive((atom.ran, ANY)))[1] == pid)
    yield proc.sleep(100)
    proc.inspect((yield Task.Supervisor.children(proc, sup)))
    _, pid = yield Task.Supervisor.start_child(proc, sup, waits, proc.pid, restart=atom.transient)
    yield proc.receive((atom.ran, pid))
    proc.send(pid, atom.crash)
    _, again = yield proc.receive((atom.ran, ANY))
    proc.inspect(again != pid)
    proc.send(again, atom.normal)
    yield proc.sleep(100)
    proc.inspect((yield Task.Supervisor.children(proc, sup)))
    _, pid = yield Task.Supervisor.start_child(proc, sup, Sleeper, "sleep", [1_000])
    proc.inspect((yield Task.Supervisor.children(proc, sup)) == [pid])
    proc.inspect((yield Task.Supervisor.terminate_child(proc, sup, pid)))
    proc.inspect((yield Task.Supervisor.terminate_child(proc, sup, pid)))
    proc.inspect((yield Task.Supervisor.children(proc, sup)))
