"""Where there is no agent a request exits, and a cast is :ok all the same."""

from simulator import Agent, Exit, atom


class Own:
    def get(state):
        return state


def main(proc):
    _, agent = yield Agent.start(proc, lambda: 1)
    yield Agent.stop(proc, agent)
    for who in (agent, atom.nobody):
        try:
            yield Agent.get(proc, who, Own, "get", [])
        except Exit as caught:
            proc.inspect(caught.reason)
        proc.inspect(Agent.cast(proc, who, Own, "get", []))
    yield Agent.update(proc, atom.nobody, Own, "get", [], 10)
