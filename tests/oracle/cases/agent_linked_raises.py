"""An agent that was started with a link takes its starter with it, before that hears of its call."""

from simulator import Agent, Exit


class Bad:
    def raises(state):
        raise RuntimeError("no")


def main(proc):
    _, agent = yield Agent.start_link(proc, lambda: 1)
    try:
        yield Agent.get(proc, agent, Bad, "raises", [])
    except Exit:
        proc.puts("not reached")
