"""The Counter module: an agent behind three functions

Whoever counts calls Counter.increment and need not know that an agent is behind it, what it is called,
or that it is a process at all. That is what such a module is for: tomorrow it can be a GenServer.

The counter starts at 10; one increment makes it 11. Then it is decremented, three processes increment
it at the same time, five times each, and it is decremented once more. All of it arrives, in whatever
order: 11 - 1 + 15 - 1 = 24.

Try: simulator run counter_agent --set clients=100
     simulator diagram counter_agent -o counter_agent.png
"""

from simulator import Agent, Config

config = Config(clients=3, each=5)


class Counter(Agent):
    def start_link(proc, initial=0):
        return Agent.start_link(proc, lambda: initial, name=Counter)

    def value(proc):
        return Agent.get(proc, Counter, lambda n: n)

    def increment(proc):
        return Agent.update(proc, Counter, lambda n: n + 1)

    def decrement(proc):
        return Agent.update(proc, Counter, lambda n: n - 1)


def client(proc):
    for _ in range(config.each):
        yield Counter.increment(proc)


def main(proc):
    yield Counter.start_link(proc, 10)
    yield Counter.increment(proc)
    proc.inspect((yield Counter.value(proc)))
    yield Counter.decrement(proc)

    for _ in range(config.clients):
        proc.spawn(client)
    yield Counter.decrement(proc)
    yield proc.sleep(10)
    proc.inspect((yield Counter.value(proc)))
