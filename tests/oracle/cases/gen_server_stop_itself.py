"""A server cannot stop itself with stop."""

from simulator import Exit, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, [])

    def handle_call(proc, request, client, state):
        try:
            yield GenServer.stop(proc, atom.server)
        except Exit as caught:
            return (atom.reply, caught.reason, state)


def main(proc):
    yield GenServer.start(proc, Server, [], name=atom.server)
    proc.inspect((yield proc.call(atom.server, atom.stop)))
