"""handle_call stops with a reply for a bad reason: it is reported, and the caller has its reply."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, {atom.disk: atom.full})

    def handle_call(proc, request, client, state):
        if request is atom.stop:
            return (atom.stop, atom.no_disk, atom.bye, state)


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [])
    ref = proc.monitor(pid)
    proc.inspect((yield proc.call(pid, atom.stop)))
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
