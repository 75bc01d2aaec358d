"""An agent's functions read its state, change it, or both; a cast tells nothing."""

from simulator import Agent


def main(proc):
    _, agent = yield Agent.start_link(proc, lambda: [1, 2])
    proc.inspect((yield Agent.get(proc, agent, sum)))
    proc.inspect((yield Agent.update(proc, agent, lambda items: [0, *items])))
    proc.inspect((yield Agent.get_and_update(proc, agent, lambda items: (items[0], items[1:]))))
    proc.inspect(Agent.cast(proc, agent, lambda items: [9, *items]))
    proc.inspect((yield Agent.get(proc, agent, lambda items: items)))
