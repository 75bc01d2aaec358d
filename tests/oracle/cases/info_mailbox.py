"""messages are those not yet received, oldest first; message_queue_len counts them."""

from simulator import atom


def waiter(proc):
    yield proc.receive(atom.never)


def main(proc):
    pid = proc.spawn(waiter)
    proc.send(pid, (atom.a, 1))
    proc.send(pid, "b")
    yield proc.sleep(20)
    proc.inspect((proc.info(pid, atom.messages), proc.info(pid, atom.message_queue_len)))
