"""Why processes: the same work one after the other, then all at once

The main process first does all the work itself: three operations of one second take three seconds.
Then it gives each operation to a process of its own, and the same work is done after one second.
In the picture the stretches of work first stand below each other, then side by side.

Nothing about an operation became faster. There is simply somebody to do each of them, and, because
nothing else is said, a scheduler (a core) for everybody who works. With 4 schedulers it is the same,
as 3 operations never need the fourth. With 2 they share, and it takes 3 / 2 = 1.5 seconds. With 1
scheduler all at once takes 3 seconds again: processes let work go on side by side, cores make it fast.

Try: simulator run why_processes --schedulers 4
     simulator run why_processes --schedulers 2
     simulator run why_processes --schedulers 1
"""

from simulator import Config, atom

config = Config(operations=3, effort=1000, time_slice=100, view_at="3500ms")


def expensive_operation(proc, caller):
    yield proc.work(config.effort)
    proc.send(caller, atom.done)


def one_after_the_other(proc):
    for _ in range(config.operations):
        yield proc.work(config.effort)


def all_at_once(proc):
    for _ in range(config.operations):
        proc.spawn(expensive_operation, proc.pid)
    for _ in range(config.operations):
        yield proc.receive(atom.done)


def main(proc):
    proc.note("one after the other")
    yield from one_after_the_other(proc)
    halfway = proc.now_ms
    proc.puts(f"One after the other: {halfway:g} ms")

    proc.note("all at once")
    yield from all_at_once(proc)
    proc.puts(f"All at once: {proc.now_ms - halfway:g} ms")
