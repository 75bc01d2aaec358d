"""A timeout of 0 takes only what has come already."""

from simulator import Exit, Task


def main(proc):
    task = Task.async_(proc, lambda proc: 1)
    yield proc.sleep(20)
    proc.inspect((yield Task.await_(proc, task, 0)))
    task = Task.async_(proc, lambda proc: 1)
    try:
        yield Task.await_(proc, task, 0)
    except Exit as caught:
        proc.inspect(caught.reason[0])
