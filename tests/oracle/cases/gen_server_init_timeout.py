"""init returns a timeout: without a message in time comes :timeout."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, parent):
        return (atom.ok, parent, 50)

    def handle_info(proc, message, parent):
        if message is atom.timeout:
            proc.send(parent, atom.timed_out)
            return (atom.noreply, parent)


def main(proc):
    yield GenServer.start(proc, Server, proc.pid)
    proc.puts("timed out" if (yield proc.receive(atom.timed_out, after=200)) else "nothing")
    proc.puts("again" if (yield proc.receive(atom.timed_out, after=200)) else "only once")
