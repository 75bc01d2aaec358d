"""What init throws is taken for its return value."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, value):
        proc.throw(value)

    def handle_call(proc, request, client, state):
        if request is atom.get:
            return (atom.reply, state, state)


def main(proc):
    _, pid = yield GenServer.start(proc, Server, (atom.ok, 7))
    proc.inspect((yield proc.call(pid, atom.get)))
    proc.inspect((yield GenServer.start(proc, Server, (atom.stop, atom.thrown))))
    proc.inspect((yield GenServer.start(proc, Server, atom.thrown)))
