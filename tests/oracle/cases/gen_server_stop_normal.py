"""stop ends a server with :normal, after terminate; what was sent before is handled first."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, [])

    def handle_cast(proc, item, log):
        return (atom.noreply, [item, *log])

    def terminate(proc, reason, log):
        proc.inspect((atom.terminate, reason, log))


def main(proc):
    _, pid = yield GenServer.start_link(proc, Server, [])
    proc.cast(pid, 1)
    proc.cast(pid, 2)
    proc.inspect((yield GenServer.stop(proc, pid)))
    proc.inspect(proc.alive(pid))
