"""When the supervisor ends its tasks do: with :shutdown, or killed where they take too long."""

from simulator import DynamicSupervisor, Task, atom


def sleeps(proc):
    yield proc.sleep(1_000_000)


def trapping(proc):
    proc.flag(atom.trap_exit, True)
    yield proc.sleep(1_000_000)


def main(proc):
    _, sup = yield Task.Supervisor.start_link(proc)
    tasks = [
        (yield Task.Supervisor.async_nolink(proc, sup, sleeps)),
        (yield Task.Supervisor.async_nolink(proc, sup, trapping, shutdown=50)),
        (yield Task.Supervisor.async_nolink(proc, sup, sleeps, shutdown=atom.brutal_kill)),
    ]
    yield proc.sleep(20)
    proc.inspect((yield DynamicSupervisor.stop(proc, sup)))
    outcomes = []
    for task in tasks:
        outcomes.append((yield Task.yield_(proc, task)))
    proc.inspect(outcomes)
