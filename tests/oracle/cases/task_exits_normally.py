"""A task that ends without a reply, even normally, makes await exit."""

from simulator import Exit, Task, atom


def reason_of(proc, task):
    try:
        yield Task.await_(proc, task)
    except Exit as caught:
        proc.inspect(caught.reason[0])


def main(proc):
    yield from reason_of(proc, Task.async_(proc, lambda proc: proc.exit(atom.normal)))
    proc.flag(atom.trap_exit, True)
    yield from reason_of(proc, Task.async_(proc, lambda proc: proc.exit((atom.shutdown, atom.enough))))
    proc.inspect(proc.info(proc.pid, atom.message_queue_len))
