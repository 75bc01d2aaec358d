"""The name is registered before init runs; a name of nil is none."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, name):
        return (atom.ok, proc.whereis(name or atom.none) == proc.pid)

    def handle_call(proc, request, client, state):
        if request is atom.get:
            return (atom.reply, state, state)


def main(proc):
    _, pid = yield GenServer.start(proc, Server, atom.server, name=atom.server)
    proc.inspect((yield proc.call(pid, atom.get)))
    _, pid = yield GenServer.start(proc, Server, None, name=None)
    proc.inspect(proc.info(pid, atom.registered_name))
