"""A function that calls its own agent exits, and the agent with it."""

from simulator import Agent, Exit


class Own:
    def peek(state):
        return state

    def again(proc, state):
        answer = yield Agent.get(proc, proc.pid, Own, "peek", [])
        return answer


def main(proc):
    _, agent = yield Agent.start(proc, lambda: 1)
    try:
        yield Agent.get(proc, agent, Own, "again", [])
    except Exit as caught:
        proc.inspect(caught.reason)
    yield proc.sleep(20)
