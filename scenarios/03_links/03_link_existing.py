"""Linking an existing process: a link has two ends, whoever made it

sleeper is started without any link. Later partner links itself to it, and Process.info shows the link
at both ends, though sleeper never asked for one. When partner ends with the reason :boom at 1000 ms,
sleeper ends too, with the same reason, four seconds before its time. The main process, linked to
neither of them, only looks on.

There is one link between two processes or none: to link again changes nothing.

Try: simulator run link_existing --set reason=normal
     simulator diagram link_existing --kind links --at 700ms -o link_existing.png
"""

from simulator import Atom, Config, atom

config = Config(reason="boom")


def sleeper(proc):
    yield proc.sleep(5000)
    proc.puts(f"sleeper: slept until {proc.now_ms} ms")


def partner(proc, pid):
    proc.link(pid)
    yield proc.sleep(1000)
    proc.exit(Atom(config.reason))


def main(proc):
    sleeping = proc.spawn(sleeper)
    linked = proc.spawn(partner, sleeping)
    yield proc.sleep(500)
    proc.inspect(proc.info(linked, atom.links), label=f"partner {linked}")
    proc.inspect(proc.info(sleeping, atom.links), label=f"sleeper {sleeping}")
    yield proc.sleep(1000)
    proc.inspect(proc.alive(sleeping), label=f"sleeper alive at {proc.now_ms} ms")
