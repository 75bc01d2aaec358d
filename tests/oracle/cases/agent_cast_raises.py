"""A cast that raises ends the agent; who cast it is told nothing."""

from simulator import Agent


class Bad:
    def raises(state):
        raise RuntimeError("no")


def main(proc):
    _, agent = yield Agent.start(proc, lambda: 1)
    proc.inspect(Agent.cast(proc, agent, Bad, "raises", []))
    yield proc.sleep(20)
    proc.inspect(proc.alive(agent))
    proc.inspect(Agent.cast(proc, agent, Bad, "raises", []))
