"""init returns {:ok, state}: start gives the pid, and calls see the state."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, (atom.state_of, arg))

    def handle_call(proc, request, client, state):
        if request is atom.get:
            return (atom.reply, state, state)


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [1, 2])
    proc.inspect((yield proc.call(pid, atom.get)))
    proc.inspect(proc.alive(pid))
