"""With its process a name is gone: the next send to it raises."""

from simulator import ANY, atom


def stoppable(proc):
    yield proc.receive(atom.stop)


def main(proc):
    pid, ref = proc.spawn_monitor(stoppable)
    proc.register(pid, atom.mortal)
    proc.send(atom.mortal, atom.stop)
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    try:
        proc.send(atom.mortal, atom.again)
        proc.puts("sent")
    except ValueError as error:
        proc.puts(str(error))
