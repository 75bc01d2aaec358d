"""A message before the deadline ends the wait; the deadline is forgotten."""

from simulator import atom


def main(proc):
    me = proc.pid

    def answers(proc):
        yield proc.sleep(20)
        proc.send(me, atom.answer)

    proc.spawn(answers)
    for after in (5_000, 40):
        message = yield proc.receive(after=after)
        if message is None:
            proc.puts("timeout")
        else:
            proc.inspect(message)
