"""What is no pair of answer and state ends the agent."""

from simulator import ANY, Agent, Exit, atom


class Bad:
    def three(state):
        return (1, 2, state)


def main(proc):
    _, agent = yield Agent.start(proc, lambda: atom.state)
    ref = proc.monitor(agent)
    try:
        yield Agent.get_and_update(proc, agent, Bad, "three", [])
    except Exit as caught:
        proc.inspect(caught.reason)
    down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect(down[4])
    yield proc.sleep(20)
