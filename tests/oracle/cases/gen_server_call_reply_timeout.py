"""handle_call replies with a timeout: :timeout comes if no message does."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, parent):
        return (atom.ok, parent)

    def handle_call(proc, request, client, parent):
        if request is atom.go:
            return (atom.reply, atom.gone, parent, 30)

    def handle_info(proc, message, parent):
        proc.send(parent, message)
        return (atom.noreply, parent)


def main(proc):
    _, pid = yield GenServer.start(proc, Server, proc.pid)
    proc.inspect((yield proc.call(pid, atom.go)))
    message = yield proc.receive(after=100)
    proc.puts("nothing") if message is None else proc.inspect(message)
