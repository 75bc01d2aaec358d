"""await_many exits with the reason of the first task that fails, at once."""

from simulator import Exit, Task, atom


def fails(proc):
    yield proc.sleep(20)
    proc.exit(atom.bad)


def main(proc):
    proc.flag(atom.trap_exit, True)
    slow = Task.async_(proc, lambda proc: proc.sleep(1_000))
    bad = Task.async_(proc, fails)
    try:
        yield Task.await_many(proc, [slow, bad], 500)
    except Exit as caught:
        reason, (module, function, [_, timeout]) = caught.reason
        proc.inspect((reason, module, function, timeout))
    proc.inspect(proc.alive(slow.pid))
    proc.inspect(proc.info(proc.pid, atom.monitors))
