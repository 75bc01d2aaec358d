"""A function that exits ends the agent for its reason."""

from simulator import ANY, Agent, Exit, atom


class Bad:
    def exits(state):
        raise Exit(atom.boom)


def main(proc):
    _, agent = yield Agent.start(proc, lambda: atom.state)
    ref = proc.monitor(agent)
    try:
        yield Agent.update(proc, agent, Bad, "exits", [])
    except Exit as caught:
        proc.inspect(caught.reason)
    down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect(down[4])
    yield proc.sleep(20)
