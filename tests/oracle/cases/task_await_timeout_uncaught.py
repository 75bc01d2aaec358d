"""An owner that does not catch it dies of the timeout."""

from simulator import Task


def main(proc):
    task = Task.async_(proc, lambda proc: proc.sleep(1_000))
    yield Task.await_(proc, task, 50)
