"""get and then update is no update at once: another one between them is lost."""

from simulator import ANY, Agent, atom


def bump(proc, agent):
    n = yield Agent.get(proc, agent, lambda n: n)
    yield Agent.update(proc, agent, lambda _: n + 1)


def main(proc):
    _, agent = yield Agent.start(proc, lambda: 0)
    for ref in [proc.spawn_monitor(bump, agent)[1] for _ in range(2)]:
        yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect((yield Agent.get(proc, agent, lambda n: n)))
