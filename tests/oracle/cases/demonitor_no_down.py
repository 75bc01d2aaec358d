"""After demonitor no DOWN comes."""

from simulator import atom


def fragile(proc):
    yield proc.receive(atom.die)
    proc.exit(atom.boom)


def main(proc):
    pid = proc.spawn(fragile)
    ref = proc.monitor(pid)
    proc.inspect(proc.demonitor(ref))
    proc.send(pid, atom.die)
    message = yield proc.receive(after=20)
    if message is None:
        proc.puts("nothing")
    else:
        proc.inspect(message)
