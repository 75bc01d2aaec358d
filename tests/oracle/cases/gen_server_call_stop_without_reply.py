"""handle_call stops without a reply: the caller exits with the reason and its call."""

from simulator import Exit, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, [])

    def handle_call(proc, request, client, state):
        return (atom.stop, request[1], state)


def main(proc):
    for reason in (atom.normal, atom.shutdown, (atom.shutdown, atom.tired)):
        yield GenServer.start(proc, Server, [], name=atom.server)
        try:
            yield proc.call(atom.server, (atom.stop, reason), 1000)
        except Exit as caught:
            proc.inspect(caught.reason)
