"""A task is linked to its owner: when it raises, the owner dies of the same reason."""

from simulator import Exit, Task


def work(proc):
    raise RuntimeError("oops")


def main(proc):
    task = Task.async_(proc, work)
    try:
        yield Task.await_(proc, task)
    except Exit:
        proc.puts("not reached")
