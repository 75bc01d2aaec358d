"""await gives what the task returns, and nothing of the task is left."""

from simulator import Task, atom


def work(proc):
    yield proc.sleep(20)
    return 42


def main(proc):
    task = Task.async_(proc, work)
    proc.inspect((yield Task.await_(proc, task)))
    yield proc.sleep(20)
    proc.inspect(proc.info(proc.pid, atom.messages))
    proc.inspect(proc.info(proc.pid, atom.monitors))
    proc.inspect(task.pid in proc.info(proc.pid, atom.links)[1])
