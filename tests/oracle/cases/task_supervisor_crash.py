"""A supervised task that is linked takes its owner with it; the supervisor goes on."""

from simulator import ANY, Exit, Task, atom


def raising(text):
    def work(proc):
        raise RuntimeError(text)

    return work


def owner(proc, sup):
    task = yield Task.Supervisor.async_(proc, sup, raising("oops"))
    yield Task.await_(proc, task)


def main(proc):
    _, sup = yield Task.Supervisor.start_link(proc)
    _, ref = proc.spawn_monitor(owner, sup)
    down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect(down[4][0])
    proc.inspect(proc.alive(sup))
    task = yield Task.Supervisor.async_nolink(proc, sup, raising("no link"))
    _, (error, _) = yield Task.yield_(proc, task)
    proc.inspect(error)
    try:
        task = yield Task.Supervisor.async_nolink(proc, sup, lambda proc: proc.exit(atom.boom))
        yield Task.await_(proc, task)
    except Exit as caught:
        reason, (module, function, [_, timeout]) = caught.reason
        proc.inspect((reason, module, function, timeout))
    proc.inspect((proc.alive(proc.pid), proc.info(proc.pid, atom.message_queue_len)))
