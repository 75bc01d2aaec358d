"""A call that times out exits; its late reply is dropped, and the server serves on."""

from simulator import Exit, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, 0)

    def handle_call(proc, request, client, n):
        if request is atom.slow:
            yield proc.sleep(100)
            return (atom.reply, n, n + 1)
        return (atom.reply, n, n)


def main(proc):
    yield GenServer.start(proc, Server, [], name=atom.server)
    try:
        yield proc.call(atom.server, atom.slow, 30)
    except Exit as caught:
        proc.inspect(caught.reason)
    proc.inspect((yield proc.call(atom.server, atom.get)))
    proc.inspect(proc.info(proc.pid, atom.messages))
