"""A supervised task is awaited like any other; it is a child until it ends."""

from simulator import DynamicSupervisor, Task, atom


def work(proc):
    yield proc.sleep(50)
    return (proc.get(atom("$callers")), proc.get(atom("$ancestors")))


def main(proc):
    _, sup = yield Task.Supervisor.start_link(proc, name=atom.tasks)
    task = yield Task.Supervisor.async_(proc, atom.tasks, work)
    proc.inspect((yield Task.Supervisor.children(proc, sup)) == [task.pid])
    proc.inspect((yield DynamicSupervisor.count_children(proc, sup)))
    proc.inspect(task.mfa)
    proc.inspect((yield Task.await_(proc, task)) == ([proc.pid], [atom.tasks, proc.pid]))
    yield proc.sleep(20)
    proc.inspect((yield Task.Supervisor.children(proc, atom.tasks)))
