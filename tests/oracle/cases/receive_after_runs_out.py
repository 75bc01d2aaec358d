"""When nothing matching comes the after clause runs, and the mailbox is as it was."""

from simulator import atom


def main(proc):
    proc.send(proc.pid, atom.noise)
    message = yield proc.receive(atom.wanted, after=20)
    proc.puts("timeout" if message is None else "wanted")
    proc.inspect(proc.info(proc.pid, atom.messages))
