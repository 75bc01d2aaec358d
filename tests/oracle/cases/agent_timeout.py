"""Who waits too long exits; the agent goes on, and its late reply is dropped."""

from simulator import Agent, Exit, atom


class Slow:
    def bump(proc, n):
        yield proc.sleep(100)
        return n + 1


def main(proc):
    _, agent = yield Agent.start(proc, lambda: 0)
    try:
        yield Agent.update(proc, agent, Slow, "bump", [], timeout=50)
    except Exit as caught:
        proc.inspect(caught.reason)
    yield proc.sleep(100)
    proc.inspect(proc.info(proc.pid, atom.messages))
    proc.inspect((yield Agent.get(proc, agent, lambda n: n)))
