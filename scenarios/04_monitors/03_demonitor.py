"""demonitor: to watch no longer, before the end or after it

The first worker is monitored, and then no longer: when it ends at 1000 ms nobody is told, and the
main process waits in vain until 1500 ms.

With the second worker the main process changes its mind too late: the worker has ended, and its DOWN
lies in the mailbox. demonitor alone would leave it there, to be found by some later receive that
knows nothing of it. With flush it is taken out of the mailbox, too.

Try: simulator run demonitor --set flush=false
     simulator diagram demonitor -o demonitor.png
"""

from simulator import ANY, Config, atom

config = Config(flush=True)


def worker(proc):
    yield proc.sleep(1000)


def look(proc, patience):
    match (yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY), after=patience)):
        case (_, _, _, pid, reason):
            proc.inspect(reason, label=f"{proc.now_ms} ms: {pid} down")
        case None:
            proc.puts(f"{proc.now_ms} ms: no DOWN")


def main(proc):
    _, ref = proc.spawn_monitor(worker)
    proc.demonitor(ref)
    yield from look(proc, 1500)

    _, ref = proc.spawn_monitor(worker)
    yield proc.sleep(1500)
    proc.inspect(proc.info(proc.pid, atom.message_queue_len), label=f"{proc.now_ms} ms")
    proc.demonitor(ref, flush=config.flush)
    yield from look(proc, 0)
