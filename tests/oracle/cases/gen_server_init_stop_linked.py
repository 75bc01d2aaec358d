"""init returns {:stop, reason} to start_link: the link takes the starter with it."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, reason):
        return (atom.stop, reason)


def main(proc):
    me = proc.pid

    def starter(proc):
        result = yield GenServer.start_link(proc, Server, atom.no_disk)
        proc.send(me, (atom.went_on, result))

    _, ref = proc.spawn_monitor(starter)
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
    message = yield proc.receive(after=0)
    proc.puts("did not go on") if message is None else proc.inspect(message)
