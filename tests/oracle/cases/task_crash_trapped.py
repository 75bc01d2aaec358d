"""An owner that traps exits outlives the task, and its await exits with the task's reason."""

from simulator import ANY, Exit, Task, atom, inspect


def raises(proc):
    raise RuntimeError("oops")


def main(proc):
    proc.flag(atom.trap_exit, True)
    task = Task.async_(proc, raises)
    try:
        yield Task.await_(proc, task)
    except Exit as caught:
        (error, _), call = caught.reason
        proc.puts(inspect((error, call)))
    _, pid, (error, _) = yield proc.receive((atom.EXIT, ANY, ANY))
    proc.inspect((pid == task.pid, error))
    task = Task.async_(proc, lambda proc: proc.throw(atom.ball))
    try:
        yield Task.await_(proc, task)
    except Exit as caught:
        proc.inspect(caught.reason[0][0])
    task = Task.async_(proc, lambda proc: proc.exit(atom.boom))
    try:
        yield Task.await_(proc, task)
    except Exit as caught:
        proc.inspect(caught.reason[0])
