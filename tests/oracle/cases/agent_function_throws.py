"""What a function throws is a bad return value of the server."""

from simulator import ANY, Agent, Exit, Throw, atom


class Bad:
    def throws(state):
        raise Throw(atom.ball)


def main(proc):
    _, agent = yield Agent.start(proc, lambda: atom.state)
    ref = proc.monitor(agent)
    try:
        yield Agent.get(proc, agent, Bad, "throws", [])
    except Exit as caught:
        proc.inspect(caught.reason)
    down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect(down[4])
    yield proc.sleep(20)
