"""unlink holds even when the exit signal that will end the other is already on its way to it."""

from simulator import atom


def idle(proc):
    yield proc.receive()


def main(proc):
    proc.flag(atom.trap_exit, True)
    pid = proc.spawn_link(idle)
    yield proc.sleep(20)
    proc.exit(pid, atom.boom)
    proc.unlink(pid)
    message = yield proc.receive(after=20)
    if message is None:
        proc.puts("nothing")
    else:
        proc.inspect(message)
    proc.inspect(proc.alive(pid))
