"""init returns nonsense: start says which."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, value):
        return value


def main(proc):
    proc.inspect((yield GenServer.start(proc, Server, atom.nonsense)))
    proc.inspect((yield GenServer.start(proc, Server, (atom.noreply, 1))))
    proc.inspect((yield GenServer.start(proc, Server, (atom.ok, 1, atom.later, 2))))
