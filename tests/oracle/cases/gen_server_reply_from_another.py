"""Any process may reply; the call takes the first reply, and what comes at the same moment stays in the mailbox."""

from simulator import ANY, GenServer, atom


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
    message = yield proc.receive((ANY, ANY), after=0)
    proc.puts("no more") if message is None else proc.inspect(message[1])
