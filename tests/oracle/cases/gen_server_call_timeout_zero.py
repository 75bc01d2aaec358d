"""A call with a timeout of 0 has no reply in time."""

from simulator import Exit, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, 0)

    def handle_call(proc, request, client, n):
        return (atom.reply, n, n + 1)


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [])
    try:
        yield proc.call(pid, atom.hello, 0)
    except Exit as caught:
        proc.inspect(caught.reason[0])
    proc.inspect((yield proc.call(pid, atom.hello)))
