"""A function that raises ends the agent, is reported, and its caller exits."""

from simulator import ANY, Agent, Exit, atom


class Bad:
    def raises(state):
        raise RuntimeError("no")


def main(proc):
    _, agent = yield Agent.start(proc, lambda: atom.state)
    ref = proc.monitor(agent)
    try:
        yield Agent.get(proc, agent, Bad, "raises", [])
    except Exit as caught:
        (error, _), call = caught.reason
        proc.inspect((error, call))
    down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect(down[4][0])
    yield proc.sleep(20)
