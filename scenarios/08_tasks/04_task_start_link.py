"""Task.start_link: a crash that its parent cannot miss

The same crash twice. The first parent just starts its task with a link: the task crashes at 100 ms,
and the parent with it, in the middle of its own work. The reason is the task's.

The second parent traps exits. It is told of the crash with a message, {:EXIT, pid, reason}, and does
the work itself, until 500 ms. Only a process that traps is told; one that does not, dies. That is the
choice between "without this I make no sense" and "then I do something else".

The main process monitors both, and so sees what became of each of them.

Try: simulator run task_start_link --set crash=false
     simulator diagram task_start_link -o task_start_link.png
"""

from simulator import ANY, Config, Task, atom

config = Config(crash=True)


def critical_work(proc):
    yield proc.sleep(100)
    if config.crash:
        raise RuntimeError("disk full")


def parent(proc, trap):
    proc.flag(atom.trap_exit, trap)
    _, task = Task.start_link(proc, critical_work)
    match (yield proc.receive((atom.EXIT, task, ANY), after=200)):
        case (_, _, (error, _stacktrace)):
            proc.inspect(error, label=f"{proc.now_ms} ms: told of the crash")
        case _:
            proc.puts(f"{proc.now_ms} ms: told of no crash")
    yield proc.work(300)
    proc.puts(f"{proc.now_ms} ms: did the work")


def main(proc):
    for trap in (False, True):
        pid, ref = proc.spawn_monitor(parent, trap)
        _, _, _, _, reason = yield proc.receive((atom.DOWN, ref, ANY, pid, ANY))
        if isinstance(reason, tuple):
            reason, _stacktrace = reason
        proc.inspect(reason, label=f"{proc.now_ms} ms: the parent ended")
