"""What terminate throws is taken for its return value."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, 1)

    def handle_call(proc, request, client, n):
        return (atom.stop, atom.normal, atom.bye, n)

    def terminate(proc, reason, n):
        proc.throw(atom.away)


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [])
    ref = proc.monitor(pid)
    proc.inspect((yield proc.call(pid, atom.stop)))
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
