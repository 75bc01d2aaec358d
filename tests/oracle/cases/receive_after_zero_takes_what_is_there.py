"""`after 0` looks at the whole mailbox before it gives up."""

from simulator import atom


def main(proc):
    for n in (1, 2, 3, 4, 5):
        proc.send(proc.pid, n)
    for wanted, word in ((5, "five"), (6, "six")):
        message = yield proc.receive(wanted, after=0)
        proc.puts("nothing" if message is None else word)
    proc.inspect(proc.info(proc.pid, atom.message_queue_len))
