"""stop exits where there is no such server, where it takes too long, or where it ends otherwise."""

from simulator import Exit, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, arg)

    def terminate(proc, reason, state):
        kind, value = state
        if kind is atom.sleep:
            yield proc.sleep(value)
        else:
            proc.exit(value)


def main(proc):
    def stop(*args):
        try:
            yield GenServer.stop(proc, *args)
        except Exit as caught:
            proc.inspect(caught.reason)

    yield from stop(atom.nobody)
    yield from stop(atom.nobody, atom.shutdown, 50)
    _, pid = yield GenServer.start(proc, Server, (atom.sleep, 0))
    yield GenServer.stop(proc, pid)
    yield from stop(pid)
    yield GenServer.start(proc, Server, (atom.sleep, 100), name=atom.slow)
    yield from stop(atom.slow, atom.normal, 30)
    proc.inspect(proc.whereis(atom.slow) is not None)
    yield proc.sleep(200)
    proc.inspect(proc.whereis(atom.slow))
    proc.inspect(proc.info(proc.pid, atom.messages))
    yield GenServer.start(proc, Server, (atom.exit, (atom.shutdown, atom.other)), name=atom.other)
    yield from stop(atom.other)
