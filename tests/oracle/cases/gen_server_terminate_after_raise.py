"""A callback raises: terminate gets the exception and its stack, and the old state."""

from simulator import Exit, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, {atom.count: 1})

    def handle_call(proc, request, client, state):
        raise RuntimeError("oops")

    def terminate(proc, reason, state):
        proc.inspect((atom.terminate, reason[0], state))


def main(proc):
    yield GenServer.start(proc, Server, [], name=atom.server)
    try:
        yield proc.call(atom.server, atom.crash)
    except Exit as caught:
        (exception, _), call = caught.reason
        proc.inspect((exception, call))
