"""A reply is told from everything else by the reference of its request."""

from simulator import ANY, atom


def doubler(proc):
    for _ in range(2):
        caller, ref, n = yield proc.receive()
        proc.send(caller, (ref, n * 2))


def main(proc):
    server = proc.spawn(doubler)
    first, second = proc.make_ref(), proc.make_ref()
    proc.send(proc.pid, (proc.make_ref(), atom.noise))
    proc.send(server, (proc.pid, first, 1))
    proc.send(server, (proc.pid, second, 2))
    for ref in (second, first):
        _, answer = yield proc.receive((ref, ANY))
        proc.inspect(answer)
    proc.inspect(proc.info(proc.pid, atom.message_queue_len))
