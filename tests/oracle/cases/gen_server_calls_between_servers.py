"""A callback may call another server; two servers that call each other both wait until one gives up."""

from simulator import Exit, GenServer, atom


class Server(GenServer):
    def init(proc, other):
        return (atom.ok, other)

    def handle_call(proc, request, client, other):
        if request is atom.plain:
            return (atom.reply, atom.plain, other)
        try:
            answer = yield proc.call(other, atom.back, 50)
        except Exit as caught:
            answer = caught.reason[0]
        return (atom.reply, (atom.ok, answer), other)


def main(proc):
    yield GenServer.start(proc, Server, atom.b, name=atom.a)
    yield GenServer.start(proc, Server, atom.a, name=atom.b)
    proc.inspect((yield proc.call(atom.a, atom.ask)))
    proc.inspect((yield proc.call(atom.a, atom.plain)))
