"""A restart race: the name of the one that died is still taken

A server ends when it is told to, and whoever told it starts the next one under the same name. In the ordinary order
the old one is gone by then. But the answer to its last call is no sign that it is: it ends a moment later, and its
name is free a moment after that. Where the starter is faster, the name is taken.

simulator explore restart_race --expect "the second server is up" finds that order: the first server is held before it
ends. The cure is to watch it and to wait for its DOWN: --set wait=true.

Try: simulator run restart_race
     simulator explore restart_race --expect "the second server is up"
     simulator explore restart_race --expect "the second server is up" --set wait=true
"""

from simulator import ANY, Config, GenServer, atom

config = Config(wait=False)


class Job(GenServer):
    def init(proc, number):
        return (atom.ok, number)

    def handle_call(proc, request, client, number):
        return (atom.stop, atom.normal, atom.ok, number)


def main(proc):
    _, pid = yield GenServer.start(proc, Job, 1, name=Job)
    ref = proc.monitor(pid) if config.wait else None
    yield proc.call(Job, atom.finish)
    if ref is not None:
        yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    match (yield GenServer.start(proc, Job, 2, name=Job)):
        case (atom.ok, _):
            proc.puts("the second server is up")
        case (atom.error, (why, _)):
            proc.puts(f"the second server is not up: {why}")
