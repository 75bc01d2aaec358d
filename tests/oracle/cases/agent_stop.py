"""stop waits until the agent has ended, with the reason that it is given."""

from simulator import ANY, Agent, Exit, atom


def main(proc):
    _, agent = yield Agent.start(proc, lambda: 1, name=atom.agent)
    ref = proc.monitor(agent)
    proc.inspect((yield Agent.stop(proc, atom.agent)))
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
    _, agent = yield Agent.start(proc, lambda: 1)
    ref = proc.monitor(agent)
    proc.inspect((yield Agent.stop(proc, agent, atom.shutdown)))
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
    try:
        yield Agent.stop(proc, atom.agent)
    except Exit as caught:
        proc.inspect(caught.reason)
