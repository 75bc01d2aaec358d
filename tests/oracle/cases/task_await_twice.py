"""A task is awaited once; a second await finds nothing."""

from simulator import Exit, Task


def main(proc):
    task = Task.async_(proc, lambda proc: 1)
    proc.inspect((yield Task.await_(proc, task)))
    try:
        yield Task.await_(proc, task, 20)
    except Exit as caught:
        proc.inspect(caught.reason[0])
