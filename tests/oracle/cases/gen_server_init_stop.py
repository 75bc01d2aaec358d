"""init returns {:stop, reason}: start gives {:error, reason}, and nothing is reported."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, reason):
        return (atom.stop, reason)


def main(proc):
    proc.inspect((yield GenServer.start(proc, Server, atom.no_disk, name=atom.server)))
    proc.inspect(proc.whereis(atom.server))
