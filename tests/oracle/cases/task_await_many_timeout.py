"""The timeout of await_many is for all; the tasks go on, and their replies are dropped."""

from simulator import Exit, Task, atom


def after(proc, ms, value):
    yield proc.sleep(ms)
    return value


def main(proc):
    tasks = [Task.async_(proc, after, n, n) for n in (20, 800, 900)]
    try:
        yield Task.await_many(proc, tasks, 60)
    except Exit as caught:
        reason, (_, _, [given, _]) = caught.reason
        assert given == tasks
        proc.inspect(reason)
    proc.inspect([proc.alive(task.pid) for task in tasks])
    yield proc.sleep(1000)
    proc.inspect(proc.info(proc.pid, atom.messages))
