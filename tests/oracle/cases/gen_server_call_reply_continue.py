"""handle_call replies and continues: the caller has its reply, and the next call waits for the continuation."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, [])

    def handle_call(proc, request, client, log):
        if request is atom.go:
            return (atom.reply, log, [atom.call, *log], (atom("continue"), atom.tidy))

    def handle_continue(proc, term, log):
        yield proc.sleep(20)
        return (atom.noreply, [atom("continue"), *log])


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [])
    proc.inspect((yield proc.call(pid, atom.go)))
    proc.inspect((yield proc.call(pid, atom.go)))
