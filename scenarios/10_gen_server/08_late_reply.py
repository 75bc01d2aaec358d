"""A call that times out, and the reply that comes too late

The caller waits 100 ms for work that takes 250 ms. At 100 ms its call exits with :timeout; here that
is caught. The server knows nothing of it: it works on until 250 ms, and replies to someone who has
stopped waiting.

That late reply is dropped, because the address it goes to was given up together with the call. (Before
OTP 24 it arrived as an ordinary message.) The work was done for nobody, and the next call, made at
100 ms, waits for its end: it is answered at 260 ms instead of 110 ms.

Whoever tries again after a timeout makes a slow server slower: it does the same work twice.

Try: simulator run late_reply --set patience=300
     simulator diagram late_reply -o late_reply.png
"""

from simulator import Config, Exit, GenServer, atom

config = Config(patience=100, view_at="200ms")


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, 0)

    def handle_call(proc, request, client, done):
        match request:
            case atom.report:
                yield proc.work(250)
                proc.puts(f"{proc.now_ms} ms: the report is done")
                return (atom.reply, "the report", done + 1)
            case atom.count:
                yield proc.work(10)
                return (atom.reply, done, done)


def main(proc):
    _, server = yield GenServer.start_link(proc, Server)
    try:
        text = yield proc.call(server, atom.report, config.patience)
        proc.puts(f"{proc.now_ms} ms: got {text}")
    except Exit as e:
        reason, _ = e.reason
        proc.inspect(reason, label=f"{proc.now_ms} ms: the call exits")
    count = yield proc.call(server, atom.count, 1000)
    proc.puts(f"{proc.now_ms} ms: reports done: {count}")
    proc.inspect(proc.info(proc.pid, atom.message_queue_len), label="the caller's mailbox")
