"""What init may return, and what its starter gets

init runs in the new process, but start waits until it has returned: whoever has {:ok, pid} has a
server that is ready. The first one takes 20 ms.

{:ok, state} is the usual result. {:ok, state, 50} asks for a :timeout message if nothing else comes
within 50 ms: it comes at 70 ms. :ignore means that there is nothing to do: no server, and no error
either. {:stop, reason} is a failure that init saw coming, for the starter {:error, reason}. An init that
crashes is told in the same way, with the exception. After the last three the name is free again.

All of them are started without a link here. With start_link a failed init ends the starter, too, unless
it traps exits, as supervisors do.

Try: simulator run init_results --set slow=200
     simulator diagram init_results -o init_results.png
"""

from simulator import Config, GenServer, atom

config = Config(slow=20)


class Server(GenServer):
    def init(proc, wish):
        match wish:
            case atom.ok:
                yield proc.sleep(config.slow)
                return (atom.ok, [])
            case atom.timeout:
                return (atom.ok, [], 50)
            case atom.ignore:
                return atom.ignore
            case atom.stop:
                return (atom.stop, atom.no_disk)
            case atom.crash:
                raise RuntimeError("no disk")

    def handle_info(proc, message, state):
        proc.inspect(message, label=f"{proc.now_ms} ms: handle_info")
        return (atom.noreply, state)


def main(proc):
    for wish in (atom.ok, atom.timeout, atom.ignore, atom.stop, atom.crash):
        result = yield GenServer.start(proc, Server, wish, name=wish)
        match result:
            case (atom.error, (exception, _stacktrace)):
                result = (atom.error, exception)
        proc.inspect(result, label=f"{proc.now_ms} ms: init {wish.name}")
        proc.inspect(proc.whereis(wish) is not None, label="        a server")
    yield proc.sleep(100)
