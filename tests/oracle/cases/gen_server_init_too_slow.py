"""init does not return in time: the server is killed, and its name is free."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        yield proc.sleep(200)
        return (atom.ok, [])


def main(proc):
    proc.flag(atom.trap_exit, True)
    proc.inspect((yield GenServer.start(proc, Server, [], name=atom.server, timeout=50)))
    proc.inspect(proc.whereis(atom.server))
    proc.inspect((yield GenServer.start_link(proc, Server, [], name=atom.server, timeout=50)))
    proc.inspect(proc.whereis(atom.server))
    message = yield proc.receive(after=300)
    proc.puts("no message") if message is None else proc.inspect(message)
