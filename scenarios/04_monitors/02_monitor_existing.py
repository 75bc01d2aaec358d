"""Monitoring an existing process: it may even be dead already

The worker runs for one second and returns: its DOWN arrives at 1000 ms with the reason :normal. Links
keep quiet about a normal end, monitors do not.

Then the main process monitors the same pid again, now that it names nobody. That is no error: a DOWN
comes at once, with the reason :noproc. So there is no need to ask first whether a process is alive,
and no gap between the question and the monitor in which it could die unseen. The main process asks
for at most 2000 ms each time, in case nothing comes.

Try: simulator run monitor_existing --set lifetime=3000
"""

from simulator import ANY, Config, atom

config = Config(lifetime=1000)


def worker(proc):
    yield proc.sleep(config.lifetime)


def watch(proc, pid):
    ref = proc.monitor(pid)
    match (yield proc.receive((atom.DOWN, ref, atom.process, pid, ANY), after=2000)):
        case (*_, reason):
            proc.inspect(reason, label=f"{pid} down at {proc.now_ms} ms")
        case None:
            proc.puts(f"Timeout at {proc.now_ms} ms")


def main(proc):
    pid = proc.spawn(worker)
    yield from watch(proc, pid)
    yield from watch(proc, pid)
