"""init returns {:stop, reason} to a start_link that traps: the error, and a message of the exit."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, reason):
        return (atom.stop, reason)


def main(proc):
    proc.flag(atom.trap_exit, True)
    for reason in (atom.no_disk, atom.normal):
        proc.inspect((yield GenServer.start_link(proc, Server, reason)))
        message = yield proc.receive((atom.EXIT, ANY, ANY), after=50)
        proc.puts("no exit") if message is None else proc.inspect((atom.EXIT, message[2]))
