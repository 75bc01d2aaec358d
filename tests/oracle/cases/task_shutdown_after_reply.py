"""shutdown gives the reply of a task that has replied, and why another one ended."""

from simulator import Task, atom


def main(proc):
    for how in (5000, atom.brutal_kill):
        task = Task.async_(proc, lambda proc: atom.value)
        yield proc.sleep(20)
        proc.inspect((yield Task.shutdown(proc, task, how)))
    proc.flag(atom.trap_exit, True)
    for reason in (atom.boom, atom.shutdown, atom.killed, atom.normal):
        for how in (5000, atom.brutal_kill):
            task = Task.async_(proc, lambda proc, reason: proc.exit(reason), reason)
            yield proc.sleep(20)
            proc.inspect((reason, how, (yield Task.shutdown(proc, task, how))))
    task = Task.async_(proc, lambda proc: atom.awaited)
    yield Task.await_(proc, task)
    yield proc.sleep(20)
    proc.inspect((yield Task.shutdown(proc, task)))
