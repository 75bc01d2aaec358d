"""A call to a name that nobody has, to a dead process, or to itself exits at once."""

from simulator import Exit, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, 0)

    def handle_call(proc, request, client, n):
        try:
            yield proc.call(atom.server, atom.again)
        except Exit as caught:
            return (atom.reply, caught.reason, n)


def main(proc):
    try:
        yield proc.call(atom.nobody, atom.hello)
    except Exit as caught:
        proc.inspect(caught.reason)
    pid = proc.spawn(lambda child: atom.ok)
    yield proc.sleep(10)
    try:
        yield proc.call(pid, atom.hello, atom.infinity)
    except Exit as caught:
        proc.inspect(caught.reason)
    try:
        yield proc.call(proc.pid, atom.hello)
    except Exit as caught:
        proc.inspect(caught.reason[0])
    yield GenServer.start(proc, Server, [], name=atom.server)
    proc.inspect((yield proc.call(atom.server, atom.self)))
