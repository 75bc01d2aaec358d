"""Messages that were never received are gone with their process; nobody is told."""

from simulator import atom


def stoppable(proc):
    yield proc.receive(atom.stop)


def main(proc):
    pid, ref = proc.spawn_monitor(stoppable)
    proc.send(pid, atom.never_read)
    proc.send(pid, atom.stop)
    message = yield proc.receive()
    proc.inspect(message == (atom.DOWN, ref, atom.process, pid, atom.normal))
    message = yield proc.receive(after=20)
    if message is None:
        proc.puts("nothing")
    else:
        proc.inspect(message)
