"""A named agent: one configuration for all

The agent is called :config, so nobody needs its pid. One process puts a key into the map, another
reads it: the map itself never leaves the agent, only what the function returns does.

There is one agent of a name. To start a second one is {:error, {:already_started, pid}}, and the pid is
that of the first.

When the agent ends, its value is gone. A new agent of the same name starts from its first value.

Try: simulator run named_agent --set restart=false
     simulator diagram named_agent -o named_agent.png
"""

from simulator import Agent, Config, atom

config = Config(restart=True)


def empty():
    return {}


def writer(proc):
    yield Agent.update(proc, atom.config, lambda state: {**state, atom.key: "value"})


def main(proc):
    _, agent = yield Agent.start_link(proc, empty, name=atom.config)
    proc.spawn(writer)
    yield proc.sleep(10)
    proc.inspect((yield Agent.get(proc, atom.config, lambda state: state)), label="all")
    proc.inspect((yield Agent.get(proc, atom.config, lambda state: state.get(atom.key))), label="one key")

    _, (problem, pid) = yield Agent.start_link(proc, empty, name=atom.config)
    proc.inspect((problem, pid == agent), label="a second one")

    if config.restart:
        yield Agent.stop(proc, atom.config)
        yield Agent.start_link(proc, empty, name=atom.config)
    proc.inspect((yield Agent.get(proc, atom.config, lambda state: state)), label="at the end")
