"""call against cast: what each of them waits for

The server works 100 ms on every request. The three casts take no time: each returns :ok at 0 ms, when
its request is in the mailbox. The call that follows is the fourth in the queue and waits for all of
them: its reply comes at 400 ms. So a call that comes after casts tells that they are done, too.

A cast is :ok whether anybody will ever read it. At 400 ms the server is stopped: the cast to the dead
server is :ok like any other, the call to it exits with :noproc.

A call is also what slows a fast sender down to the pace of its server. Ten casts fill the mailbox; ten
calls never have more than one message in it.

Try: simulator run call_and_cast --set casts=10
     simulator diagram call_and_cast --time scale -o call_and_cast.png
"""

from simulator import Config, Exit, GenServer, atom

config = Config(casts=3)


class Server(GenServer):
    def init(proc, count):
        return (atom.ok, count)

    def handle_cast(proc, request, count):
        yield proc.work(100)
        return (atom.noreply, count + 1)

    def handle_call(proc, request, client, count):
        yield proc.work(100)
        return (atom.reply, count, count)


def main(proc):
    _, server = yield GenServer.start(proc, Server, 0)
    for _ in range(config.casts):
        answer = proc.cast(server, (atom.update, 1))
        proc.inspect(answer, label=f"{proc.now_ms} ms: cast")
    count = yield proc.call(server, atom.get_state)
    proc.inspect(count, label=f"{proc.now_ms} ms: call, updates that were done")

    yield GenServer.stop(proc, server)
    proc.inspect(proc.cast(server, (atom.update, 1)), label=f"{proc.now_ms} ms: cast to the dead server")
    try:
        yield proc.call(server, atom.get_state)
    except Exit as e:
        reason, _ = e.reason
        proc.inspect(reason, label=f"{proc.now_ms} ms: call to the dead server")
