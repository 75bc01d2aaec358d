"""After unlink the other's end is not heard of, and does not spread."""

from simulator import atom


def fragile(proc):
    yield proc.receive(atom.die)
    proc.exit(atom.boom)


def main(proc):
    pid = proc.spawn_link(fragile)
    proc.inspect(proc.unlink(pid))
    proc.send(pid, atom.die)
    message = yield proc.receive(after=20)
    if message is None:
        proc.puts("nothing")
    else:
        proc.inspect(message)
    proc.inspect(proc.alive(pid))
