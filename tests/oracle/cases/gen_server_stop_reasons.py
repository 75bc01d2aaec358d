"""stop with another reason: reported unless it is a shutdown."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, {atom.n: 1})


def main(proc):
    for reason in (atom.shutdown, (atom.shutdown, atom.x), atom.boom):
        yield GenServer.start(proc, Server, [], name=atom.server)
        proc.inspect((yield GenServer.stop(proc, atom.server, reason)))
