"""The parent's exit ends a server: with terminate if it traps exits, without if it does not."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        trap, me = arg
        proc.flag(atom.trap_exit, trap)
        return (atom.ok, me)

    def terminate(proc, reason, me):
        proc.send(me, (atom.terminate, reason))


def main(proc):
    me = proc.pid

    def parent(proc, trap, reason):
        _, pid = yield GenServer.start_link(proc, Server, (trap, me))
        proc.send(me, (atom.server, pid))
        yield proc.sleep(10)
        proc.exit(reason)

    for trap in (True, False):
        for reason in (atom.boom, atom.normal, atom.shutdown):
            proc.spawn(parent, trap, reason)
            _, pid = yield proc.receive((atom.server, ANY))
            ref = proc.monitor(pid)
            down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY), after=50)
            told = yield proc.receive((atom.terminate, ANY), after=0)
            ended = down[4] if down else atom.alive
            proc.inspect((trap, reason, ended, told[1] if told else atom.nothing))
