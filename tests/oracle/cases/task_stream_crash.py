"""A task that crashes takes the stream and its owner with it."""

from simulator import Exit, Task


def work(proc, n):
    if n == 2:
        raise RuntimeError("oops")
    return n


def main(proc):
    try:
        yield Task.async_stream(proc, [1, 2, 3], work, max_concurrency=1)
    except Exit:
        proc.puts("not reached")
