"""Work that a module does not have crashes the task, not who asked for it."""

from simulator import Agent, Exit, Task, atom


class Work:
    def one(proc, a):
        return a


def main(proc):
    proc.flag(atom.trap_exit, True)
    for name, args in (("nope", []), ("one", [1, 2])):
        task = Task.async_(proc, Work, name, args)
        _, (reason, [(module, function, given, _), *_]) = yield Task.yield_(proc, task)
        proc.inspect((reason, module, function, given))
    _, agent = yield Agent.start(proc, lambda: 1)
    try:
        yield Agent.get(proc, agent, Work, "nope", [2])
    except Exit as caught:
        (reason, [(module, function, given, _), *_]), _ = caught.reason
        proc.inspect((reason, module, function, given))
    yield proc.sleep(100)
