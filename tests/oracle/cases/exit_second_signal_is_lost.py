"""Of two exit signals the first decides the reason."""

from simulator import ANY, atom


def idle(proc):
    yield proc.receive()


def main(proc):
    pid, _ = proc.spawn_monitor(idle)
    proc.exit(pid, atom.first)
    proc.exit(pid, atom.second)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
    message = yield proc.receive(after=20)
    if message is None:
        proc.puts("nothing")
    else:
        proc.inspect(message)
