"""Any message cancels the timeout, and a callback that sets none has none."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, parent):
        return (atom.ok, parent, 100)

    def handle_cast(proc, request, parent):
        match request:
            case atom.again:
                return (atom.noreply, parent, 100)
            case atom.never:
                return (atom.noreply, parent)

    def handle_info(proc, message, parent):
        if message is atom.timeout:
            proc.send(parent, atom.timeout)
            return (atom.noreply, parent)


def main(proc):
    _, pid = yield GenServer.start(proc, Server, proc.pid)
    yield proc.sleep(60)
    proc.cast(pid, atom.again)
    proc.puts("timeout" if (yield proc.receive(atom.timeout, after=70)) else "put off")
    proc.puts("timeout" if (yield proc.receive(atom.timeout, after=100)) else "nothing")
    proc.cast(pid, atom.again)
    proc.cast(pid, atom.never)
    proc.puts("timeout" if (yield proc.receive(atom.timeout, after=200)) else "nothing")
