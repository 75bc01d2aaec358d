"""yield_many tells of each task what has come of it in time; the others go on."""

from simulator import Task, atom


def after(proc, ms, value):
    yield proc.sleep(ms)
    return value


def fails(proc):
    yield proc.sleep(40)
    proc.exit(atom.three)


def main(proc):
    proc.flag(atom.trap_exit, True)
    tasks = [
        Task.async_(proc, after, 20, 1),
        Task.async_(proc, after, 200, 2),
        Task.async_(proc, fails),
        Task.async_(proc, after, 60, 4),
    ]
    results = yield Task.yield_many(proc, tasks, 100)
    proc.inspect([(task in tasks, result) for task, result in results])
    proc.inspect((yield Task.yield_(proc, tasks[1])))
    proc.inspect((yield Task.yield_many(proc, [], 10)))
    tasks = [Task.async_(proc, lambda proc, n: n, n) for n in (1, 2, 3)]
    yield proc.sleep(20)
    proc.inspect([result for _, result in (yield Task.yield_many(proc, tasks, 0))])
    tasks = [Task.async_(proc, lambda proc: 5)]
    proc.inspect([result for _, result in (yield Task.yield_many(proc, tasks, 0))])
