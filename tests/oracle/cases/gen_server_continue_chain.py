"""A continuation may continue, sleep and stop; messages wait for all of it."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, [], (atom("continue"), 3))

    def handle_continue(proc, term, log):
        match term:
            case 0:
                return (atom.noreply, log, 20)
            case atom.stop:
                return (atom.stop, (atom.shutdown, log), log)
            case n:
                return (atom.noreply, [n, *log], (atom("continue"), n - 1))

    def handle_call(proc, request, client, log):
        return (atom.reply, log, log, 20)

    def handle_info(proc, message, log):
        return (atom.noreply, [message, *log], (atom("continue"), atom.stop))


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [])
    ref = proc.monitor(pid)
    proc.inspect((yield proc.call(pid, atom.log)))
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
