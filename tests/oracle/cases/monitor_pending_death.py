"""A monitor made behind an exit signal that will end the process comes too late: :noproc, not that signal's reason."""

from simulator import ANY, atom


def idle(proc):
    yield proc.receive()


def main(proc):
    pid = proc.spawn(idle)
    yield proc.sleep(20)
    proc.exit(pid, atom.boom)
    proc.monitor(pid)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, pid, ANY))
    proc.inspect(down[4])
    message = yield proc.receive(after=20)
    if message is None:
        proc.puts("nothing")
    else:
        proc.inspect(message)
