"""The lost update: read here, write there, and lose what came between

Two clients increment an agent ten times each. They do it the wrong way: get the value, add one to it
in their own process, and update the agent with the result. Both read 0 and both write 1: one of the
two is lost, every time. At the end the agent holds 10 and not 20, and nothing has crashed.

The agent does take one message after the other. But get and update are two messages, and between them
comes the other client's.

The right way sends the addition itself: the function runs in the agent and gets the value as it is
at that moment. Then it is 20. Only what is done in one message is done as one.

Try: simulator run lost_update --set clients=5
     simulator diagram lost_update --set each=1 -o lost_update.png
"""

from simulator import ANY, Agent, Config, atom

config = Config(clients=2, each=10)


def wrong(proc, agent):
    for _ in range(config.each):
        n = yield Agent.get(proc, agent, lambda n: n)
        yield Agent.update(proc, agent, lambda _, n=n: n + 1)


def right(proc, agent):
    for _ in range(config.each):
        yield Agent.update(proc, agent, lambda n: n + 1)


def count(proc, increment):
    _, agent = yield Agent.start_link(proc, lambda: 0)
    monitors = [proc.spawn_monitor(increment, agent) for _ in range(config.clients)]
    for _, ref in monitors:
        yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    value = yield Agent.get(proc, agent, lambda n: n)
    proc.puts(f"{increment.__name__}: {value} of {config.clients * config.each}")


def main(proc):
    yield from count(proc, wrong)
    yield from count(proc, right)
