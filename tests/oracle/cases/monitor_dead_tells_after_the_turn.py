"""The DOWN of a process that was dead already comes when the watcher's turn ends: `after 0` does not see it."""

from simulator import ANY, atom


def main(proc):
    pid, ref = proc.spawn_monitor(lambda child: None)
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.monitor(pid)
    for after in (0, 20):
        down = yield proc.receive((atom.DOWN, ANY, ANY, ANY, ANY), after=after)
        if down is None:
            proc.puts("nothing")
        else:
            proc.inspect(down[4])
