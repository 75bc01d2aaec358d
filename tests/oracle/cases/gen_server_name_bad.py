"""A name that is no atom is an ArgumentError."""

from simulator import ArgumentError, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, arg)


def main(proc):
    for name in ("server", 7, (atom.local, atom.server)):
        try:
            yield GenServer.start(proc, Server, [], name=name)
        except ArgumentError as e:
            proc.puts(str(e))
