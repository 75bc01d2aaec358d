"""With module, function and arguments the state comes first."""

from simulator import Agent


class Store:
    def init(a, b):
        return (a, b)

    def both(state, c):
        return [*state, c]

    def swap(state):
        return (state[1], state[0])

    def take(state, n):
        a, b = state
        return (a, (a + n, b))


def main(proc):
    _, agent = yield Agent.start(proc, Store, "init", [1, 2])
    proc.inspect((yield Agent.get(proc, agent, Store, "both", [3])))
    proc.inspect((yield Agent.update(proc, agent, Store, "swap", [])))
    proc.inspect((yield Agent.get_and_update(proc, agent, Store, "take", [10])))
    proc.inspect(Agent.cast(proc, agent, Store, "swap", []))
    proc.inspect((yield Agent.get(proc, agent, Store, "both", [0], 100)))
