"""start without a link has a parent of its own: the exit of its starter is just a message."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, me):
        proc.flag(atom.trap_exit, True)
        return (atom.ok, me)

    def handle_info(proc, message, me):
        proc.send(me, (atom.info, message[2]))
        return (atom.noreply, me)


def main(proc):
    me = proc.pid

    def starter(proc):
        _, pid = yield GenServer.start(proc, Server, me)
        proc.link(pid)
        proc.exit(atom.boom)

    proc.spawn(starter)
    message = yield proc.receive(after=50)
    proc.puts("nothing") if message is None else proc.inspect(message)
