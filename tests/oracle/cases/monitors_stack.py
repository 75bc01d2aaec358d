"""Each monitor gives its own DOWN, in the order they were made."""

from simulator import atom


def fragile(proc):
    yield proc.receive(atom.die)
    proc.exit(atom.boom)


def main(proc):
    pid = proc.spawn(fragile)
    refs = [proc.monitor(pid) for _ in range(3)]
    proc.send(pid, atom.die)
    yield proc.sleep(20)
    _, messages = proc.info(proc.pid, atom.messages)
    proc.inspect([message[1] for message in messages] == refs)
