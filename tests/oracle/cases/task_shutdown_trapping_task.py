"""A task that traps exits may still reply in time; after that it is killed."""

from simulator import ANY, Task, atom


def stubborn(proc, ms):
    proc.flag(atom.trap_exit, True)
    _, _, reason = yield proc.receive((atom.EXIT, ANY, ANY))
    yield proc.sleep(ms)
    return (atom.told, reason)


def main(proc):
    for ms, how in ((20, 100), (200, 50), (200, atom.brutal_kill), (20, 0), (20, atom.infinity)):
        task = Task.async_(proc, stubborn, ms)
        yield proc.sleep(10)
        proc.inspect((yield Task.shutdown(proc, task, how)))
