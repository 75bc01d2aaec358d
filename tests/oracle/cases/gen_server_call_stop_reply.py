"""handle_call stops with a reply: terminate runs first, then the caller goes on."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, 0)

    def handle_call(proc, request, client, n):
        if request is atom.stop:
            return (atom.stop, atom.normal, atom.bye, n + 1)

    def terminate(proc, reason, n):
        yield proc.sleep(20)
        proc.inspect((atom.terminate, reason, n))


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [])
    ref = proc.monitor(pid)
    proc.inspect((yield proc.call(pid, atom.stop)))
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
