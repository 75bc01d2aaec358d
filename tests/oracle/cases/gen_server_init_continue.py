"""init returns {:continue, term}: start does not wait for it, and it comes before what is queued."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, parent):
        proc.send(proc.pid, atom.queued)
        return (atom.ok, parent, (atom("continue"), atom.more))

    def handle_continue(proc, term, parent):
        yield proc.sleep(20)
        proc.send(parent, (atom.continued, term))
        return (atom.noreply, parent)

    def handle_info(proc, message, parent):
        proc.send(parent, message)
        return (atom.noreply, parent)


def main(proc):
    yield GenServer.start(proc, Server, proc.pid)
    message = yield proc.receive(after=0)
    proc.puts("started first") if message is None else proc.inspect(message)
    proc.inspect((yield proc.receive()))
    proc.inspect((yield proc.receive()))
