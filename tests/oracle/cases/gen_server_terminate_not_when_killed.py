"""A killed server has no terminate, whether it traps exits or not."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, me):
        proc.flag(atom.trap_exit, True)
        return (atom.ok, me)

    def terminate(proc, reason, me):
        proc.send(me, (atom.terminate, reason))


def main(proc):
    _, pid = yield GenServer.start(proc, Server, proc.pid)
    ref = proc.monitor(pid)
    proc.exit(pid, atom.kill)
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
    message = yield proc.receive(after=20)
    proc.puts("no terminate") if message is None else proc.inspect(message)
