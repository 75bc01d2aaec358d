"""exit_after and kill_after send exit signals, to itself, a pid or a name."""

from simulator import ANY, atom, timer


def main(proc):
    def sleeper(proc):
        proc.register(proc.pid, atom.sleeper)
        yield timer.sleep(proc, atom.infinity)

    proc.flag(atom.trap_exit, True)
    yield timer.exit_after(proc, 10, atom.late)
    message = yield proc.receive((atom.EXIT, ANY, ANY))
    proc.inspect(message[2])
    for start in (
        lambda pid: timer.exit_after(proc, 20, pid, atom.tired),
        lambda pid: timer.kill_after(proc, 20, pid),
        lambda pid: timer.exit_after(proc, 20, atom.sleeper, atom.by_name),
        lambda pid: timer.exit_after(proc, 20, pid, atom.normal),
        lambda pid: timer.exit_after(proc, 20, atom.nobody, atom.lost),
    ):
        pid = proc.spawn_link(sleeper)
        yield start(pid)
        message = yield proc.receive((atom.EXIT, pid, ANY), after=60)
        if message is None:
            proc.puts("alive")
            proc.unlink(pid)
            proc.exit(pid, atom.kill)
        else:
            proc.inspect(message[2])
    _, tref = yield timer.kill_after(proc, 20)
    proc.inspect((yield timer.cancel(proc, tref)))
    yield proc.sleep(40)
