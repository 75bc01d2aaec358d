"""A request that no clause takes ends the server with :function_clause."""

from simulator import ANY, Exit, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, [1])

    def handle_call(proc, request, client, state):
        if request is atom.known:
            return (atom.reply, atom.ok, state)

    def handle_cast(proc, request, state):
        if request is atom.known:
            return (atom.noreply, state)

    def handle_info(proc, message, state):
        if message is atom.known:
            return (atom.noreply, state)


def main(proc):
    proc.flag(atom.trap_exit, True)
    _, pid = yield GenServer.start_link(proc, Server, [])
    try:
        yield proc.call(pid, atom.unknown)
    except Exit as caught:
        (reason, ((module, function, *_), *_)), _ = caught.reason
        proc.inspect((reason, module, function))
    acts = [lambda pid: proc.cast(pid, (atom.unknown, 2)), lambda pid: proc.send(pid, atom.unknown)]
    for act in acts:
        _, pid = yield GenServer.start_link(proc, Server, [])
        act(pid)
        _, _, (reason, ((module, function, args, _), *_)) = yield proc.receive((atom.EXIT, pid, ANY))
        proc.inspect((reason, module, function, args))
