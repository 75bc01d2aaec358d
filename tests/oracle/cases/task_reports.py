"""How a report words the reasons of a task's end, and whom it names."""

from simulator import Task, atom


class Work:
    def raises(proc, n):
        raise RuntimeError(f"with {n}")


def named(proc):
    proc.register(proc.pid, atom.worker)
    raise RuntimeError("named")


def main(proc):
    proc.register(proc.pid, atom.main)
    call = (atom("Elixir.GenServer"), atom.call, [atom.nobody, atom.hi, 5000])
    for reason in (atom.boom, atom.noproc, atom.timeout, atom.badarg, (atom.bad, 1), (atom.noproc, call)):
        Task.start(proc, lambda proc, reason: proc.exit(reason), reason)
        yield proc.sleep(100)
    Task.start(proc, lambda proc: proc.throw(atom.ball))
    yield proc.sleep(100)
    Task.start(proc, lambda proc: proc.error(atom.reason))
    yield proc.sleep(100)
    Task.start(proc, Work, "raises", [7])
    yield proc.sleep(100)
    Task.start(proc, named)
    yield proc.sleep(100)
