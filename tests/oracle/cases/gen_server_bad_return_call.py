"""handle_call returns nonsense: terminate gets {:bad_return_value, it}, the caller exits with that."""

from simulator import Exit, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, 0)

    def handle_call(proc, request, client, n):
        return request[1]

    def terminate(proc, reason, n):
        proc.inspect((atom.terminate, reason, n))


def main(proc):
    values = [atom.nonsense, (atom.reply, 1), (atom.noreply,), (atom.stop, atom.normal), (atom.ok, 1, 2)]
    for value in values:
        yield GenServer.start(proc, Server, [], name=atom.server)
        try:
            yield proc.call(atom.server, (atom("return"), value))
        except Exit as caught:
            proc.inspect(caught.reason)
