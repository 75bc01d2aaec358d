"""A timeout of 0 comes only if no message waits, and :infinity is none."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, log):
        proc.send(proc.pid, atom.queued)
        return (atom.ok, log, 0)

    def handle_info(proc, message, log):
        match message:
            case atom.queued:
                return (atom.noreply, [atom.queued, *log], 0)
            case atom.timeout:
                return (atom.noreply, [atom.timeout, *log], atom.infinity)

    def handle_call(proc, request, client, log):
        return (atom.reply, log, log)


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [])
    yield proc.sleep(10)
    proc.inspect((yield proc.call(pid, atom.log)))
