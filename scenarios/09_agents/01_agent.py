"""The Agent: a state, and functions that are sent to it

An agent is a process that keeps a value. start_link gives it the first one. get sends a function that
reads the value, update one that makes the next value of it. The functions run in the agent, one after
the other: while one runs, nobody else can see the value, let alone change it.

update is a call and waits until it is done, cast does not. A get after a cast of the same process
sees it all the same: both are in the agent's mailbox, in this order.

get_and_update reads and changes in one go, which get followed by update does not.

Try: simulator run agent --set start=41
     simulator diagram agent -o agent.png
"""

from simulator import Agent, Config

config = Config(start=0)


def main(proc):
    _, agent = yield Agent.start_link(proc, lambda: config.start)
    proc.inspect((yield Agent.get(proc, agent, lambda n: n)), label="get")
    proc.inspect((yield Agent.update(proc, agent, lambda n: n + 1)), label="update")
    proc.inspect((yield Agent.get(proc, agent, lambda n: n)), label="get")
    proc.inspect(Agent.cast(proc, agent, lambda n: n * 10), label="cast")
    proc.inspect((yield Agent.get(proc, agent, lambda n: n)), label="get")
    proc.inspect((yield Agent.get_and_update(proc, agent, lambda n: (n, 0))), label="get_and_update")
    proc.inspect((yield Agent.get(proc, agent, lambda n: n)), label="get")
    yield Agent.stop(proc, agent)
    proc.inspect(proc.alive(agent), label="alive")
