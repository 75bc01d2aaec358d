"""The report of a server that has no clause for what it was asked."""

from contextlib import suppress

from simulator import Exit, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, [1])

    def handle_call(proc, request, client, state):
        if request is atom.known:
            return (atom.reply, atom.ok, state)


def main(proc):
    yield GenServer.start(proc, Server, [], name=Server)
    with suppress(Exit):
        yield proc.call(Server, (atom.unknown, 7))
