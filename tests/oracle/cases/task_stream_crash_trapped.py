"""An owner that traps exits gets the reason in place of a value."""

from simulator import Task, atom


def work(proc, n):
    if n == 2:
        proc.exit(atom.two)
    return n


def main(proc):
    proc.flag(atom.trap_exit, True)
    proc.inspect((yield Task.async_stream(proc, [1, 2, 3], work, max_concurrency=2)))
    proc.inspect((yield Task.async_stream(proc, [1, 2, 3], work, max_concurrency=1, zip_input_on_exit=True)))
    proc.inspect(proc.info(proc.pid, atom.messages))
