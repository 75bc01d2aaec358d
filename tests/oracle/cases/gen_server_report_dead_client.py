"""The report says that the client is dead, if it is."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, arg)

    def handle_call(proc, request, client, state):
        yield proc.sleep(50)
        raise RuntimeError("too late")


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [], name=atom.server)

    def caller(proc):
        yield proc.call(atom.server, atom.crash)

    client = proc.spawn(caller)
    yield proc.sleep(10)
    proc.exit(client, atom.kill)
    ref = proc.monitor(pid)
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4][0])
    yield proc.sleep(20)
