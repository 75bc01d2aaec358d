"""The tasks of a stream die with its owner."""

from simulator import ANY, Pid, Task, atom


def work(proc, _, main):
    proc.send(main, proc.pid)
    yield proc.sleep(1_000)


def owner(proc, main):
    yield Task.async_stream(proc, [1, 2], work, main, max_concurrency=2)


def main(proc):
    pid = proc.spawn(owner, proc.pid)
    tasks = []
    for _ in range(2):
        tasks.append((yield proc.receive(Pid)))
    refs = [proc.monitor(task) for task in tasks]
    proc.exit(pid, atom.boom)
    for ref in refs:
        proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
