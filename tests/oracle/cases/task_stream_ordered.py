"""A stream gives what comes of the elements in their order, or as it comes."""

from simulator import Task, atom


def after(proc, ms):
    yield proc.sleep(ms)
    return ms


def main(proc):
    proc.inspect((yield Task.async_stream(proc, [90, 30, 60], after, max_concurrency=3)))
    proc.inspect((yield Task.async_stream(proc, [90, 30, 60], after, max_concurrency=3, ordered=False)))
    proc.inspect((yield Task.async_stream(proc, [90, 30, 30], after, max_concurrency=2, ordered=False)))
    proc.inspect((yield Task.async_stream(proc, [], after)))
    proc.inspect(proc.info(proc.pid, atom.messages))
