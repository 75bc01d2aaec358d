"""A name that is taken: start says by whom, and init does not run."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, parent):
        proc.send(parent, atom.init)
        return (atom.ok, parent)


def main(proc):
    _, first = yield Server.start_link(proc, proc.pid, name=Server)
    yield proc.receive(atom.init)
    proc.puts("init")
    _, (_, pid) = yield Server.start_link(proc, proc.pid, name=Server)
    proc.inspect(pid == first)
    result = yield Server.start(proc, proc.pid, name=Server)
    proc.inspect(result == (atom.error, (atom.already_started, first)))
    proc.puts("init" if (yield proc.receive(atom.init, after=50)) else "no init")
