"""A message just sent to a waiting process is in its mailbox for anyone who asks."""

from simulator import atom


def waiter(proc):
    yield proc.receive(atom.never)


def main(proc):
    pid = proc.spawn(waiter)
    yield proc.sleep(20)
    proc.send(pid, atom.hello)
    proc.inspect((proc.info(pid, atom.messages), proc.alive(pid)))
