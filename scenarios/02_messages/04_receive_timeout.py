"""receive with a timeout: waiting for one second, and no longer

Without `after` a receive waits for ever. With it, the process goes on when the time is over: the
answer of receive is then None. Here nobody sends anything during the first second. The message comes
at 1500 ms, into the second receive, which had until 2000 ms and does not use that up.

Then `after=0`: look through the mailbox and do not wait at all. {:hello, ...} was taken out, so the
mailbox is empty, and the answer comes at once, still at 1500 ms.

Try: simulator run receive_timeout --set delay=500
     simulator run receive_timeout --set delay=2500
"""

from simulator import ANY, Config, atom

config = Config(delay=1500)


def late_friend(proc, caller):
    yield proc.sleep(config.delay)
    proc.send(caller, (atom.hello, "sorry, I am late"))


def listen(proc, patience):
    match (yield proc.receive((atom.hello, ANY), after=patience)):
        case (atom.hello, text):
            proc.puts(f"{proc.now_ms} ms: {text}")
        case None:
            proc.puts(f"{proc.now_ms} ms: no message within {patience} ms")


def main(proc):
    proc.spawn(late_friend, proc.pid)
    yield from listen(proc, 1000)
    yield from listen(proc, 1000)
    yield from listen(proc, 0)
