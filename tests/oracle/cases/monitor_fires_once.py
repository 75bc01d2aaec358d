"""After its DOWN a monitor is gone."""

from simulator import ANY, atom


def main(proc):
    _, ref = proc.spawn_monitor(lambda child: None)
    down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect(down[4])
    message = yield proc.receive(after=20)
    if message is None:
        proc.puts("nothing")
    else:
        proc.inspect(message)
    proc.inspect((proc.info(proc.pid, atom.monitors), proc.demonitor(ref, info=True)))
