"""A server that is linked to a starter which ends while init runs."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        trap, me = arg
        proc.flag(atom.trap_exit, trap)
        yield proc.sleep(100)
        proc.send(me, atom.initialised)
        return (atom.ok, me)

    def terminate(proc, reason, me):
        proc.send(me, (atom.terminate, reason))


def main(proc):
    me = proc.pid

    def start(proc, trap):
        yield GenServer.start_link(proc, Server, (trap, me))

    for trap in (True, False):
        starter = proc.spawn(start, trap)
        yield proc.sleep(30)
        proc.exit(starter, atom.boom)
        first = yield proc.receive(after=300)
        second = yield proc.receive(after=300)
        proc.inspect((trap, first or atom.nothing, second or atom.nothing))
