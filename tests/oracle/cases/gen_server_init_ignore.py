"""init returns :ignore: so does start_link, the process ends as :normal and its name is free."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, parent):
        proc.send(parent, (atom.pid, proc.pid))
        return atom.ignore


def main(proc):
    proc.flag(atom.trap_exit, True)
    proc.inspect((yield GenServer.start_link(proc, Server, proc.pid, name=atom.server)))
    proc.inspect(proc.whereis(atom.server))
    _, pid = yield proc.receive((atom.pid, ANY))
    proc.inspect(proc.alive(pid))
    message = yield proc.receive(after=50)
    proc.puts("no exit") if message is None else proc.inspect(message)
