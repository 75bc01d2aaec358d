"""Any process may reply, and the first reply is the only one."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, [])

    def handle_call(proc, request, client, state):
        def other(proc):
            yield proc.sleep(10)
            proc.reply(client, atom.first)
            proc.reply(client, atom.second)

        proc.spawn(other)
        return (atom.noreply, state)


def main(proc):
    _, pid = yield GenServer.start(proc, Server, [])
    proc.inspect((yield proc.call(pid, atom.wait)))
    yield proc.sleep(20)
    proc.inspect(proc.info(proc.pid, atom.messages))
