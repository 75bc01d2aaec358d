"""A caller that does not catch its exit dies of it, and of the same reason."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, arg)

    def handle_call(proc, request, client, state):
        return (atom.noreply, state)


def main(proc):
    yield GenServer.start(proc, Server, [], name=atom.server)

    def caller(proc):
        yield proc.call(atom.server, atom.hello, 20)

    _, ref = proc.spawn_monitor(caller)
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
    yield proc.call(atom.server, atom.hello, 10)
