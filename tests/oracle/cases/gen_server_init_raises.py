"""init raises: start gives the exception and its stack, and the process is reported."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        raise RuntimeError("no disk")


def main(proc):
    _, (exception, _) = yield GenServer.start(proc, Server, [], name=atom.server)
    proc.inspect(exception)
    proc.inspect(proc.whereis(atom.server))
