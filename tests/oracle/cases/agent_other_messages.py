"""An agent reports messages that are not for it, and goes on."""

from simulator import Agent, atom


def main(proc):
    _, agent = yield Agent.start(proc, lambda: 1)
    proc.send(agent, atom.hello)
    yield proc.sleep(20)
    proc.inspect((yield Agent.get(proc, agent, lambda n: n)))
    proc.exit(agent, atom.kill)
    yield proc.sleep(20)
    proc.inspect(proc.alive(agent))
