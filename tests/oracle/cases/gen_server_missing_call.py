"""A server without handle_call: the call ends it, and Elixir says so."""

from simulator import Exit, GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, {})


def main(proc):
    yield GenServer.start(proc, Server, [], name=Server)
    try:
        yield proc.call(Server, atom.hello)
    except Exit as caught:
        (exception, _), call = caught.reason
        proc.inspect((exception, call))
