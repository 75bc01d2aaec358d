"""A timeout that is none ends the server without terminate, when it waits with it."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, 0)

    def handle_info(proc, timeout, n):
        return (atom.noreply, n, timeout)

    def terminate(proc, reason, n):
        proc.inspect((atom.terminate, reason))


def main(proc):
    for timeout in (atom.soon, -1):
        _, pid = yield GenServer.start(proc, Server, [])
        ref = proc.monitor(pid)
        proc.send(pid, timeout)
        proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4][0])
