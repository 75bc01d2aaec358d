"""terminate raises: the server ends with that, and not with what it was about."""

from simulator import ANY, Exit, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, 1)

    def handle_call(proc, request, client, n):
        return (atom.stop, atom.normal, atom.bye, n)

    def terminate(proc, reason, n):
        proc.exit(atom.worse)


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [])
    ref = proc.monitor(pid)
    try:
        proc.inspect((yield proc.call(pid, atom.stop)))
    except Exit as caught:
        proc.inspect(caught.reason[0])
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
