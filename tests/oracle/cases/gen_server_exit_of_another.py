"""A server that traps exits gets that of any other process as a message; one by exit/2, too."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, me):
        proc.flag(atom.trap_exit, True)
        return (atom.ok, me)

    def handle_cast(proc, request, me):
        proc.spawn_link(lambda child: child.exit(atom.boom))
        return (atom.noreply, me)

    def handle_info(proc, message, me):
        proc.send(me, (atom.trapped, message[2]))
        return (atom.noreply, me)


def main(proc):
    _, pid = yield GenServer.start(proc, Server, proc.pid)
    proc.cast(pid, atom.spawn)
    proc.inspect((yield proc.receive()))
    proc.spawn(lambda other: other.exit(pid, atom.leave))
    proc.inspect((yield proc.receive()))
    proc.exit(pid, atom.please)
    message = yield proc.receive(after=50)
    proc.puts("nothing") if message is None else proc.inspect(message)
    proc.inspect(proc.alive(pid))
