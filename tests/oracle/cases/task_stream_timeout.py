"""A task that takes too long makes its owner exit."""

from simulator import Exit, Task, atom


def after(proc, ms):
    yield proc.sleep(ms)
    return ms


def main(proc):
    try:
        yield Task.async_stream(proc, [10, 200], after, timeout=50, max_concurrency=2)
    except Exit as caught:
        proc.inspect(caught.reason)
    proc.inspect(proc.info(proc.pid, atom.messages))
    yield Task.async_stream(proc, [200], after, timeout=20)
