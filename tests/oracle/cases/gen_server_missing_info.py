"""A server without handle_info reports each message and goes on."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, [])

    def handle_call(proc, request, client, state):
        return (atom.reply, atom.hi, state)


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [])
    proc.send(pid, (atom.unexpected, 1))
    proc.inspect((yield proc.call(pid, atom.hello)))
    _, pid = yield GenServer.start(proc, Server, [], name=atom.server)
    proc.send(pid, "text")
    proc.inspect((yield proc.call(pid, atom.hello)))
