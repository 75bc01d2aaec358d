"""handle_cast and handle_info stop: terminate sees the reason and the new state."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, 0)

    def handle_cast(proc, request, n):
        if request is atom.stop:
            return (atom.stop, atom.shutdown, n + 1)

    def handle_info(proc, message, n):
        if message is atom.stop:
            return (atom.stop, (atom.shutdown, atom.info), n + 2)

    def terminate(proc, reason, n):
        proc.inspect((atom.terminate, reason, n))


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [])
    ref = proc.monitor(pid)
    proc.inspect(proc.cast(pid, atom.stop))
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
    _, pid = yield GenServer.start(proc, Server, [])
    ref = proc.monitor(pid)
    proc.send(pid, atom.stop)
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
