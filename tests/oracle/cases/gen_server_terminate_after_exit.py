"""A callback exits: terminate gets the reason."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, 1)

    def handle_cast(proc, request, state):
        proc.exit(request[1])

    def terminate(proc, reason, state):
        proc.inspect((atom.terminate, reason, state))


def main(proc):
    for reason in (atom.boom, atom.normal, (atom.shutdown, atom.x)):
        _, pid = yield GenServer.start(proc, Server, [])
        ref = proc.monitor(pid)
        proc.cast(pid, (atom.exit, reason))
        proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
