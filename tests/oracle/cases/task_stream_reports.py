"""The report of a task in a stream shows how it was called."""

from simulator import Task, atom


class Work:
    def fails(proc, n, why):
        raise RuntimeError(f"{why} {n}")


def raises(proc, n):
    raise RuntimeError(f"fun {n}")


def main(proc):
    proc.flag(atom.trap_exit, True)
    for _, (error, _) in (yield Task.async_stream(proc, [1], Work, "fails", [atom.mfa])):
        proc.inspect(error)
    for _, (error, _) in (yield Task.async_stream(proc, [2], raises)):
        proc.inspect(error)
