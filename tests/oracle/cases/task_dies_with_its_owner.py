"""A task dies with its owner, for the same reason; not if that ends normally."""

from simulator import ANY, Task, atom


def work(proc, main):
    yield proc.sleep(50)
    proc.send(main, atom.went_on)


def owner(proc, main, reason):
    task = Task.async_(proc, work, main)
    proc.send(main, (atom.pid, task.pid))
    yield proc.sleep(20)
    proc.exit(reason)


def main(proc):
    for reason in (atom.boom, atom.normal):
        proc.spawn(owner, proc.pid, reason)
        _, pid = yield proc.receive((atom.pid, ANY))
        ref = proc.monitor(pid)
        proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
        proc.inspect(proc.info(proc.pid, atom.messages))
