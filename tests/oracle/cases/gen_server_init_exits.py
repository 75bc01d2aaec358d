"""init exits: start gives the reason."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, reason):
        proc.exit(reason)


def main(proc):
    for reason in (atom.no_disk, atom.normal, (atom.shutdown, atom.later)):
        proc.inspect((yield GenServer.start(proc, Server, reason)))
