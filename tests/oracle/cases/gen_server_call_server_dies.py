"""The server ends during the call: the caller exits with its reason."""

from simulator import Exit, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, 0)

    def handle_call(proc, request, client, n):
        return (atom.noreply, n)


def main(proc):
    def assassin(proc, pid, reason):
        yield proc.sleep(20)
        proc.exit(pid, reason)

    for reason in (atom.kill, atom.boom, atom.shutdown):
        _, pid = yield GenServer.start(proc, Server, [])
        proc.spawn(assassin, pid, reason)
        try:
            yield proc.call(pid, atom.hello)
        except Exit as caught:
            reason, (module, function, (_, *rest)) = caught.reason
            proc.inspect((reason, module, function, rest))
