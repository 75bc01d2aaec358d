"""What a callback throws is taken for its return value."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, 0)

    def handle_call(proc, request, client, n):
        proc.throw((atom.reply, atom.thrown, n + 1))

    def handle_cast(proc, request, n):
        proc.throw((atom.noreply, n + 10))

    def handle_info(proc, message, n):
        proc.throw((atom.noreply, n + 100, (atom("continue"), atom.on)))

    def handle_continue(proc, term, n):
        proc.throw((atom.stop, (atom.shutdown, n), n))


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [])
    ref = proc.monitor(pid)
    proc.inspect((yield proc.call(pid, atom.call)))
    proc.cast(pid, atom.cast)
    proc.send(pid, atom.info)
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
