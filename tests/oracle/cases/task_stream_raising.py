"""What the enumerable raises, or who takes the results, ends the stream and goes on up."""

from simulator import Task, atom


def same(proc, n):
    return n


def source():
    yield 1
    raise RuntimeError("source")


def taker(result):
    if result[1] == 2:
        raise RuntimeError("taker")


def main(proc):
    for stream in (
        lambda: Task.async_stream(proc, source(), same, max_concurrency=1),
        lambda: Task.async_stream(proc, [1, 2, 3], same, max_concurrency=2, each=taker),
        lambda: Task.async_stream(proc, [1], same, max_concurrency=0),
    ):
        try:
            yield stream()
        except Exception as error:
            proc.inspect(error)
    proc.inspect(proc.info(proc.pid, [atom.messages, atom.monitors]))
