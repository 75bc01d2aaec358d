"""What is no function of the state has no clause, in the caller."""

from simulator import Agent, atom


def main(proc):
    _, agent = yield Agent.start(proc, lambda: 1)
    for request in (
        lambda: Agent.get(proc, agent, 5),
        lambda: Agent.update(proc, agent, lambda: 1),
        lambda: Agent.cast(proc, agent, lambda a, b: 1),
        lambda: Agent.get_and_update(proc, agent, atom.f),
        lambda: Agent.start(proc, lambda a: 1),
    ):
        try:
            request()
        except ValueError as error:
            proc.puts(str(error))
    proc.inspect((yield Agent.get(proc, agent, lambda n: n)))
