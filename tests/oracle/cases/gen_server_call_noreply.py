"""handle_call does not reply: reply/2 does so later, from another callback."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, [])

    def handle_call(proc, request, client, waiting):
        if request is atom.wait:
            return (atom.noreply, [client, *waiting])

    def handle_cast(proc, request, waiting):
        for client in waiting:
            proc.inspect(proc.reply(client, atom.opened))
        return (atom.noreply, [])


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [])

    def opener(proc):
        yield proc.sleep(30)
        proc.cast(pid, atom.open)

    proc.spawn(opener)
    proc.inspect((yield proc.call(pid, atom.wait)))
