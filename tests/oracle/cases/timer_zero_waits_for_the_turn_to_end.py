"""send_after with 0 never overtakes what the same turn still sends, and `after 0` does not see it."""

from simulator import atom


def main(proc):
    proc.send_after(proc.pid, atom.zero, 0)
    proc.send(proc.pid, atom.sent)
    message = yield proc.receive(atom.zero, after=0)
    proc.puts("nothing" if message is None else "zero")
    yield proc.sleep(20)
    proc.inspect(proc.info(proc.pid, atom.messages))
