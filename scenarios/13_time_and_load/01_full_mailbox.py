"""Selective receive: slower with every message that nobody takes

A receive that wants one kind of message looks at all those before it. What nobody takes stays at the
head of the mailbox, and every receive looks at it again. The guard of the pattern counts the looks, and
each of them costs 1 us here.

The process asks 20 questions and receives the answers. With an empty mailbox that is one look each.
Then there are 100, 1,000 and 10,000 log messages in front of them, which it never takes: 200,020 looks
and 200 ms for the same 20 answers. The server was never busy.

Last it asks with calls, and the same full mailbox. A call waits for a reply with a reference that was
made a moment ago. No older message can have it, so the BEAM begins to look behind them: no looks, no
time. The cure for all other receives is to take every message, with a last clause for the unknown.

Try: simulator run full_mailbox --set questions=100
     simulator diagram full_mailbox --set most=10 --set questions=2 -o full_mailbox.png
"""

from simulator import Config, GenServer, atom

config = Config(questions=20, most=10_000, view_at="150ms")


class Server(GenServer):
    def handle_info(proc, message, state):
        match message:
            case (atom.ask, client, n):
                proc.send(client, (atom.answer, n))
                return (atom.noreply, state)

    def handle_call(proc, n, client, state):
        return (atom.reply, n, state)


def ask(proc, server):
    looks = 0

    def is_answer(tag):
        nonlocal looks
        looks += 1
        return tag is atom.answer

    for n in range(config.questions):
        before = looks
        proc.send(server, (atom.ask, proc.pid, n))
        yield proc.receive((is_answer, n))
        yield proc.work(f"{looks - before}us")
    return looks


def main(proc):
    _, server = yield GenServer.start_link(proc, Server)
    unread = 0
    for wanted in sorted({0, config.most // 100, config.most // 10, config.most}):
        while unread < wanted:
            unread += 1
            proc.send(proc.pid, (atom.log, unread))
        start = proc.now_ms
        looks = yield from ask(proc, server)
        proc.puts(f"{unread:6,} unread: {looks:7,} looks, {proc.now_ms - start:7.2f} ms")
    start = proc.now_ms
    for n in range(config.questions):
        yield proc.call(server, n)
    proc.puts(f"{unread:6,} unread, {config.questions} calls:     {proc.now_ms - start:7.2f} ms")
