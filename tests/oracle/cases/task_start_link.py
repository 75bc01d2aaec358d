"""start_link links the task to its starter, which dies of its crash."""

from simulator import Task


def oops(proc):
    raise RuntimeError("oops")


def main(proc):
    Task.start_link(proc, lambda proc: proc.puts("works"))
    yield proc.sleep(100)
    Task.start_link(proc, oops)
    yield proc.sleep(100)
    proc.puts("not reached")
