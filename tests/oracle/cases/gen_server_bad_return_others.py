"""The other callbacks cannot reply, and nonsense ends the server."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        if isinstance(arg, tuple):
            return (atom.ok, 0, arg)
        return (atom.ok, 0)

    def handle_cast(proc, value, n):
        return value

    def handle_info(proc, value, n):
        return value

    def handle_continue(proc, value, n):
        yield proc.sleep(10)
        return value


def main(proc):
    def ended(arg, act):
        _, pid = yield GenServer.start(proc, Server, arg)
        ref = proc.monitor(pid)
        act(pid)
        proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])

    yield from ended([], lambda pid: proc.cast(pid, (atom.reply, 1, 2)))
    yield from ended([], lambda pid: proc.cast(pid, (atom.stop, atom.normal, atom.reply, 2)))
    yield from ended([], lambda pid: proc.send(pid, atom.ok))
    yield from ended([], lambda pid: proc.send(pid, (atom.noreply, 1, 2, 3)))
    yield from ended((atom("continue"), [atom.noreply, 1]), lambda pid: None)
