"""The report of a server that a cast or a message ended: last message and state."""

from simulator import GenServer, atom


class ArgumentError(Exception):
    pass


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, arg)

    def handle_cast(proc, request, state):
        raise ArgumentError("bad cast")

    def handle_info(proc, message, state):
        match message:
            case atom.crash:
                proc.exit(atom.crashed)
            case atom.stop:
                return (atom.stop, atom.tired, [atom.new, *state])


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [1])
    proc.cast(pid, atom.crash)
    yield proc.sleep(50)
    _, pid = yield GenServer.start(proc, Server, [2], name=Server)
    proc.send(pid, atom.crash)
    yield proc.sleep(50)
    _, pid = yield GenServer.start(proc, Server, [3], name=atom.server)
    proc.send(pid, atom.stop)
    yield proc.sleep(50)
