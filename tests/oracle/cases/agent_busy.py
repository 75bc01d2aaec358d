"""While a function takes its time in the agent everybody else waits; a cast does not."""

from simulator import Agent, atom


def slow(proc, log):
    yield proc.sleep(100)
    return [atom.slow, *log]


def updates(proc, main, agent, function, told):
    yield Agent.update(proc, agent, function)
    proc.send(main, told)


def main(proc):
    _, agent = yield Agent.start(proc, lambda: [])
    proc.spawn(updates, proc.pid, agent, slow, atom.slow)
    proc.spawn(updates, proc.pid, agent, lambda log: [atom.quick, *log], atom.quick)
    yield proc.sleep(10)
    Agent.cast(proc, agent, lambda log: [atom.cast, *log])
    proc.send(proc.pid, atom.casted)
    yield proc.sleep(200)
    proc.inspect(proc.info(proc.pid, atom.messages))
    proc.inspect((yield Agent.get(proc, agent, lambda log: log[::-1])))
