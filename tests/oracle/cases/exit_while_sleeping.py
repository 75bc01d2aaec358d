"""An exit signal wakes a sleeping process to its death; it does not wait for the alarm."""

from simulator import ANY, atom


def sleeper(proc):
    yield proc.sleep(60_000)


def main(proc):
    pid, _ = proc.spawn_monitor(sleeper)
    yield proc.sleep(20)
    proc.exit(pid, atom.boom)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY), after=1_000)
    if down is None:
        proc.puts("still asleep")
    else:
        proc.inspect(down[4])
