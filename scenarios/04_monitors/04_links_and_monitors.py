"""Links against monitors: who learns of what, and who survives

At 1000 ms the two workers crash. linker, who is linked to one, dies with it: the line after its
receive is never printed. watcher, who monitors the other, gets a message and goes on.

At 2000 ms it is the other way round: two owners crash. The process that is linked to its owner dies
too. The one that is only monitored knows nothing of its owner, and works until 3000 ms.

So a link holds in both directions and means "we belong together". A monitor looks in one direction
and means "tell me". Look at the graph of links: a link is a line, a monitor an arrow.

Try: simulator diagram links_and_monitors --kind links --at 500ms -o links.png
     simulator diagram links_and_monitors -o links_and_monitors.png
"""

from simulator import atom


def worker(proc):
    yield proc.sleep(1000)
    proc.exit(atom.boom)


def linker(proc):
    proc.spawn_link(worker)
    yield proc.receive()
    proc.puts("linker: this is never printed")


def watcher(proc):
    proc.spawn_monitor(worker)
    match (yield proc.receive()):
        case (atom.DOWN, _, _, pid, reason):
            proc.inspect(reason, label=f"watcher: {pid} is down, I go on")


def tool(proc, how):
    yield proc.sleep(3000)
    proc.puts(f"tool of {how}: still at work at {proc.now_ms} ms")


def linked_owner(proc):
    proc.spawn_link(tool, "linked_owner")
    yield proc.sleep(2000)
    proc.exit(atom.boom)


def monitoring_owner(proc):
    proc.spawn_monitor(tool, "monitoring_owner")
    yield proc.sleep(2000)
    proc.exit(atom.boom)


def main(proc):
    for function in (linker, watcher, linked_owner, monitoring_owner):
        proc.spawn(function)
    yield proc.sleep(500)
    proc.note("four pairs, all of them alive")
