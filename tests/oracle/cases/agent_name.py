"""A named agent is found by its name, and a second one of that name is not started."""

from simulator import Agent, atom


def main(proc):
    _, agent = yield Agent.start_link(proc, lambda: 0, name=atom.counter)
    proc.inspect((yield Agent.update(proc, atom.counter, lambda n: n + 1)))
    proc.inspect((yield Agent.get(proc, atom.counter, lambda n: n)))
    taken = (atom.error, (atom.already_started, agent))
    proc.inspect((yield Agent.start_link(proc, lambda: 5, name=atom.counter)) == taken)
    proc.inspect((yield Agent.start(proc, lambda: 5, name=atom.counter)) == taken)
    proc.inspect((yield Agent.get(proc, atom.counter, lambda n: n)))
