"""A server without handle_cast or handle_continue ends when it would need them."""

from simulator import ANY, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, []) if arg == [] else (atom.ok, [], (atom("continue"), arg))


def main(proc):
    proc.flag(atom.trap_exit, True)
    _, pid = yield GenServer.start_link(proc, Server, [])
    proc.cast(pid, atom.hello)
    _, _, (exception, _) = yield proc.receive((atom.EXIT, ANY, ANY))
    proc.inspect(atom(f"Elixir.{type(exception).__name__}"))
    yield GenServer.start_link(proc, Server, atom.more, name=atom.server)
    _, _, (reason, ((_, _, args, _), *_)) = yield proc.receive((atom.EXIT, ANY, ANY))
    proc.inspect((reason, args))
