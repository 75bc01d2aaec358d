"""init returns :hibernate: the server sleeps until the first message, and then serves on."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, n):
        return (atom.ok, n, atom.hibernate)

    def handle_call(proc, request, client, n):
        if request is atom.next:
            return (atom.reply, n, n + 1, atom.hibernate)


def main(proc):
    _, pid = yield GenServer.start(proc, Server, 1)
    first = yield proc.call(pid, atom.next)
    second = yield proc.call(pid, atom.next)
    proc.inspect([first, second])
    yield proc.sleep(10)
    proc.inspect((yield proc.call(pid, atom.next)))
